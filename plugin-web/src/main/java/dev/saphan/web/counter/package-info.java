@NullMarked
package dev.saphan.web.counter;

import org.jspecify.annotations.NullMarked;
