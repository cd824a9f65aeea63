/** The simulator from outside, over HTTP. */
@NullMarked
package dev.saphan.simulator;

import org.jspecify.annotations.NullMarked;
