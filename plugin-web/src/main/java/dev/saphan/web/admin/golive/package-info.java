/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The go-live checklist, the connection check, and what goes to support. */
@NullMarked
package dev.saphan.web.admin.golive;

import org.jspecify.annotations.NullMarked;
