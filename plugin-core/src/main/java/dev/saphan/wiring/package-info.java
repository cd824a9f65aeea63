@NullMarked
package dev.saphan.wiring;

import org.jspecify.annotations.NullMarked;
