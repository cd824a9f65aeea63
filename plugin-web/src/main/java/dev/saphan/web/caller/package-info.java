@NullMarked
package dev.saphan.web.caller;

import org.jspecify.annotations.NullMarked;
