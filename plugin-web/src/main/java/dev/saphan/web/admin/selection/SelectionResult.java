/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.web.admin.StatusBadge;

/** What came of one payment of a selection. */
public record SelectionResult(String address, String order, String amount, StatusBadge status, String note) {}
