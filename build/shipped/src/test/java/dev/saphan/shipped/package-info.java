@NullMarked
package dev.saphan.shipped;

import org.jspecify.annotations.NullMarked;
