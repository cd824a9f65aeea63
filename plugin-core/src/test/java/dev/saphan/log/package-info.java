@NullMarked
package dev.saphan.log;

import org.jspecify.annotations.NullMarked;
