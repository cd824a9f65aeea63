/** Simulator, plugin and sample store as three processes, for people, browser tests and fault tests. */
@NullMarked
package dev.saphan.demo;

import org.jspecify.annotations.NullMarked;
