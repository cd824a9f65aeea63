/** Signatures against Omise's own example. */
@NullMarked
package dev.saphan.simulator.event;

import org.jspecify.annotations.NullMarked;
