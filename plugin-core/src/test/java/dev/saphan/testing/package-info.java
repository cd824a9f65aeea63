@NullMarked
package dev.saphan.testing;

import org.jspecify.annotations.NullMarked;
