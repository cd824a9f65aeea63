@NullMarked
package dev.saphan.json;

import org.jspecify.annotations.NullMarked;
