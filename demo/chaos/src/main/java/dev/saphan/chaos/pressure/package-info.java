/** Many at once: what happens to a node when more people come than Omise can serve, and after. */
@NullMarked
package dev.saphan.chaos.pressure;

import org.jspecify.annotations.NullMarked;
