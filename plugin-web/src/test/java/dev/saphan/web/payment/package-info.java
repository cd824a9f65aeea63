/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Requests about payments, in tests. */
@NullMarked
package dev.saphan.web.payment;

import org.jspecify.annotations.NullMarked;
