@NullMarked
package dev.saphan.web.page;

import org.jspecify.annotations.NullMarked;
