@NullMarked
package dev.saphan.problem;

import org.jspecify.annotations.NullMarked;
