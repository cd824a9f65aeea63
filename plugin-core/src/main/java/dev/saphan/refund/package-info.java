@NullMarked
package dev.saphan.refund;

import org.jspecify.annotations.NullMarked;
