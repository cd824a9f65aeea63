@NullMarked
package dev.saphan.web.refund;

import org.jspecify.annotations.NullMarked;
