@NullMarked
package dev.saphan.web.admin;

import org.jspecify.annotations.NullMarked;
