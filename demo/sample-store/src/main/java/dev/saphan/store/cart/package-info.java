/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a visitor means to buy. */
@NullMarked
package dev.saphan.store.cart;

import org.jspecify.annotations.NullMarked;
