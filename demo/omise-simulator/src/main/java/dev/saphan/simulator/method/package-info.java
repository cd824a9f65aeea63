/** The five payment methods and the rules in which they differ. */
@NullMarked
package dev.saphan.simulator.method;

import org.jspecify.annotations.NullMarked;
