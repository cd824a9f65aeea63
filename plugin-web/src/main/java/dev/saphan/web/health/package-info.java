@NullMarked
package dev.saphan.web.health;

import org.jspecify.annotations.NullMarked;
