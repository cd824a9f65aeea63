@NullMarked
package dev.saphan.idempotency;

import org.jspecify.annotations.NullMarked;
