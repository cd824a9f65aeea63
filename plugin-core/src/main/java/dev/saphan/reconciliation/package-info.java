/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Our books of one account beside the gateway's. What differs is mended by the other features' own ways. */
@NullMarked
package dev.saphan.reconciliation;

import org.jspecify.annotations.NullMarked;
