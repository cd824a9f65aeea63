/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** How pages are drawn and kept safe. */
@NullMarked
package dev.saphan.store.page;

import org.jspecify.annotations.NullMarked;
