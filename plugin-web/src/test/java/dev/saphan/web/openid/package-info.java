@NullMarked
package dev.saphan.web.openid;

import org.jspecify.annotations.NullMarked;
