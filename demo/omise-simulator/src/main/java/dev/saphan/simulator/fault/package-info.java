/** Things that go wrong on request. */
@NullMarked
package dev.saphan.simulator.fault;

import org.jspecify.annotations.NullMarked;
