@NullMarked
package dev.saphan.persistence;

import org.jspecify.annotations.NullMarked;
