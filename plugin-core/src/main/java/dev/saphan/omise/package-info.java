@NullMarked
package dev.saphan.omise;

import org.jspecify.annotations.NullMarked;
