@NullMarked
package dev.saphan.language;

import org.jspecify.annotations.NullMarked;
