/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The shopkeeper's view: orders, stock, and the books as JSON. */
@NullMarked
package dev.saphan.store.backoffice;

import org.jspecify.annotations.NullMarked;
