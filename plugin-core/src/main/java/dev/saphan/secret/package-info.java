@NullMarked
package dev.saphan.secret;

import org.jspecify.annotations.NullMarked;
