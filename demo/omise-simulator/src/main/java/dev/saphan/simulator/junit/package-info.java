/** The simulator as a JUnit 5 extension. */
@NullMarked
package dev.saphan.simulator.junit;

import org.jspecify.annotations.NullMarked;
