/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The client of the payment plugin's REST API, and what this store remembers of its answers. */
@NullMarked
package dev.saphan.store.payment;

import org.jspecify.annotations.NullMarked;
