@NullMarked
package dev.saphan.web.admin.standin;

import org.jspecify.annotations.NullMarked;
