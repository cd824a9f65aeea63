/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Settings of stores that admins change while the plugin runs, kept sealed in the database. */
@NullMarked
package dev.saphan.configuration;

import org.jspecify.annotations.NullMarked;
