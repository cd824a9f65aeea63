@NullMarked
package dev.saphan.web.method;

import org.jspecify.annotations.NullMarked;
