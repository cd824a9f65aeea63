/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The store's own tables. */
@NullMarked
package dev.saphan.store.database;

import org.jspecify.annotations.NullMarked;
