/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Nothing is kept longer than it is needed. */
@NullMarked
package dev.saphan.retention;

import org.jspecify.annotations.NullMarked;
