@NullMarked
package dev.saphan.web.json;

import org.jspecify.annotations.NullMarked;
