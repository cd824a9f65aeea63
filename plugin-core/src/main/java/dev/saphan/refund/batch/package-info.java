/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Payments that a person wants refunded together. */
@NullMarked
package dev.saphan.refund.batch;

import org.jspecify.annotations.NullMarked;
