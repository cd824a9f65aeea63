/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Measures how the back office bears a million payments. */
@NullMarked
package dev.saphan.bench;

import org.jspecify.annotations.NullMarked;
