/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where the shop delivers, and in which currency it sells there. */
@NullMarked
package dev.saphan.store.region;

import org.jspecify.annotations.NullMarked;
