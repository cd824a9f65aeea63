@NullMarked
package dev.saphan.web.security;

import org.jspecify.annotations.NullMarked;
