@NullMarked
package dev.saphan.web.live;

import org.jspecify.annotations.NullMarked;
