@NullMarked
package dev.saphan.qr;

import org.jspecify.annotations.NullMarked;
