/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Several payments refunded together: what is possible of each, and what came of it. */
@NullMarked
package dev.saphan.web.admin.selection;

import org.jspecify.annotations.NullMarked;
