/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a cart to a placed order and a started payment. */
@NullMarked
package dev.saphan.store.checkout;

import org.jspecify.annotations.NullMarked;
