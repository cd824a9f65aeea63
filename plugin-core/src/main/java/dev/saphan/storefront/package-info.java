@NullMarked
package dev.saphan.storefront;

import org.jspecify.annotations.NullMarked;
