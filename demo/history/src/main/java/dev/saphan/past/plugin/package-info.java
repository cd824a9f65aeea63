/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Payments of the past as rows of the plugin's tables. */
@NullMarked
package dev.saphan.past.plugin;

import org.jspecify.annotations.NullMarked;
