@NullMarked
package dev.saphan.architecture;

import org.jspecify.annotations.NullMarked;
