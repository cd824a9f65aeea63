/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a shopper sees and does after ordering. */
@NullMarked
package dev.saphan.store.orderpage;

import org.jspecify.annotations.NullMarked;
