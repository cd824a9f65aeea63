@NullMarked
package dev.saphan.settings;

import org.jspecify.annotations.NullMarked;
