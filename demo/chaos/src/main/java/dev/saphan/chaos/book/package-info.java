/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The three books and what differs between them. */
@NullMarked
package dev.saphan.chaos.book;

import org.jspecify.annotations.NullMarked;
