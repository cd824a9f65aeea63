/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What the shop sells, and how much of it is left. */
@NullMarked
package dev.saphan.store.catalogue;

import org.jspecify.annotations.NullMarked;
