/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Amounts as whole minor units. */
@NullMarked
package dev.saphan.store.money;

import org.jspecify.annotations.NullMarked;
