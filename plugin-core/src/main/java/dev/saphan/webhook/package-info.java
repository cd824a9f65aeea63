@NullMarked
package dev.saphan.webhook;

import org.jspecify.annotations.NullMarked;
