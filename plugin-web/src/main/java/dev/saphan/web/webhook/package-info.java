@NullMarked
package dev.saphan.web.webhook;

import org.jspecify.annotations.NullMarked;
