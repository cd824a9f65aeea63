/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What was ordered, and whether it is paid. */
@NullMarked
package dev.saphan.store.order;

import org.jspecify.annotations.NullMarked;
