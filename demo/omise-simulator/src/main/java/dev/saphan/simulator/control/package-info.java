/** The controls under /_sim: faults, books, payment codes. */
@NullMarked
package dev.saphan.simulator.control;

import org.jspecify.annotations.NullMarked;
