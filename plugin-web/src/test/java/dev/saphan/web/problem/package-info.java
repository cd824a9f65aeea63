/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** How requests are refused, in tests. */
@NullMarked
package dev.saphan.web.problem;

import org.jspecify.annotations.NullMarked;
