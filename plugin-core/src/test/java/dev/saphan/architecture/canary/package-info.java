@NullMarked
package dev.saphan.architecture.canary;

import org.jspecify.annotations.NullMarked;
