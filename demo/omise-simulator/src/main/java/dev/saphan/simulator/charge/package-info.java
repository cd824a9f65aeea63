/** Sources, charges and their refunds: the books of the simulator. */
@NullMarked
package dev.saphan.simulator.charge;

import org.jspecify.annotations.NullMarked;
