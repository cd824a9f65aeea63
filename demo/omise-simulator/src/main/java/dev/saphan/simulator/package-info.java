/** The documented Omise API on your own machine: start it, look into its books, steer it. */
@NullMarked
package dev.saphan.simulator;

import org.jspecify.annotations.NullMarked;
