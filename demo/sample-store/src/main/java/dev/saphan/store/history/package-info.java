/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Orders of before, brought along once when the store has none. */
@NullMarked
package dev.saphan.store.history;

import org.jspecify.annotations.NullMarked;
