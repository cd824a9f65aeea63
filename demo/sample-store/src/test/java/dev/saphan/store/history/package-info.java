/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tests of orders that are brought along. */
@NullMarked
package dev.saphan.store.history;

import org.jspecify.annotations.NullMarked;
