@NullMarked
package dev.saphan.web.admin.payment;

import org.jspecify.annotations.NullMarked;
