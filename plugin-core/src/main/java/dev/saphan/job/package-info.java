@NullMarked
package dev.saphan.job;

import org.jspecify.annotations.NullMarked;
