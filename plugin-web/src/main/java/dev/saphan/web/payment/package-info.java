@NullMarked
package dev.saphan.web.payment;

import org.jspecify.annotations.NullMarked;
