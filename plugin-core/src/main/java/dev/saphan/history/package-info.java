@NullMarked
package dev.saphan.history;

import org.jspecify.annotations.NullMarked;
