/** Where everything that happened is kept: in memory, or in a file that survives a kill. */
@NullMarked
package dev.saphan.simulator.ledger;

import org.jspecify.annotations.NullMarked;
