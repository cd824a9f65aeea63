@NullMarked
package dev.saphan.method;

import org.jspecify.annotations.NullMarked;
