/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What the tills took, for whoever closes them. */
@NullMarked
package dev.saphan.web.admin.shift;

import org.jspecify.annotations.NullMarked;
