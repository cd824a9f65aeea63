/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What shoppers, cashiers and shopkeepers do meanwhile. */
@NullMarked
package dev.saphan.chaos.load;

import org.jspecify.annotations.NullMarked;
