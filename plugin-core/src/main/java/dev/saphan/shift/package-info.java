/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What was taken at the tills of a store in a while, by whom and how. */
@NullMarked
package dev.saphan.shift;

import org.jspecify.annotations.NullMarked;
