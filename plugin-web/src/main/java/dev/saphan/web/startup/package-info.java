@NullMarked
package dev.saphan.web.startup;

import org.jspecify.annotations.NullMarked;
