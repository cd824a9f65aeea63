@NullMarked
package dev.saphan.web.problem;

import org.jspecify.annotations.NullMarked;
