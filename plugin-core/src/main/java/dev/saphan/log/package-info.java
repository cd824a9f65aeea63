/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What may reach a log: one short line for each thing that comes from outside. */
@NullMarked
package dev.saphan.log;

import org.jspecify.annotations.NullMarked;
