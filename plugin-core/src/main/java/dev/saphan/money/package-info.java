@NullMarked
package dev.saphan.money;

import org.jspecify.annotations.NullMarked;
