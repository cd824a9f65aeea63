/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Lists of payments that people go back to: sets of filters under a name of their own. */
@NullMarked
package dev.saphan.view;

import org.jspecify.annotations.NullMarked;
