@NullMarked
package dev.saphan.startup;

import org.jspecify.annotations.NullMarked;
