/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** The audit trail, to be read and checked. */
@NullMarked
package dev.saphan.web.admin.audit;

import org.jspecify.annotations.NullMarked;
