/** Reading parameters. */
@NullMarked
package dev.saphan.simulator.http;

import org.jspecify.annotations.NullMarked;
