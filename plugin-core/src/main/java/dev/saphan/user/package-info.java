@NullMarked
package dev.saphan.user;

import org.jspecify.annotations.NullMarked;
