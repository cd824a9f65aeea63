/** The JUnit extension as a test class sees it. */
@NullMarked
package dev.saphan.simulator.junit;

import org.jspecify.annotations.NullMarked;
