@NullMarked
package dev.saphan.identity;

import org.jspecify.annotations.NullMarked;
