/** The plugin as integrators deploy it, on the servers they deploy it to. */
@NullMarked
package dev.saphan.ear;

import org.jspecify.annotations.NullMarked;
