/** Events, and the signed webhooks that carry them. */
@NullMarked
package dev.saphan.simulator.event;

import org.jspecify.annotations.NullMarked;
