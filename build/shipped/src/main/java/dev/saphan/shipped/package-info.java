/** What ships: the bill of materials, the archives as built, and what is known of weaknesses in either. */
@NullMarked
package dev.saphan.shipped;

import org.jspecify.annotations.NullMarked;
