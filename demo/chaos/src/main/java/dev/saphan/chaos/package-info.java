/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Puts store, plugin, PostgreSQL and simulator under faults and compares their books afterwards. */
@NullMarked
package dev.saphan.chaos;

import org.jspecify.annotations.NullMarked;
