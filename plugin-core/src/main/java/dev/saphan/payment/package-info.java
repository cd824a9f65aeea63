@NullMarked
package dev.saphan.payment;

import org.jspecify.annotations.NullMarked;
