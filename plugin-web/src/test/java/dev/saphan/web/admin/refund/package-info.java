@NullMarked
package dev.saphan.web.admin.refund;

import org.jspecify.annotations.NullMarked;
