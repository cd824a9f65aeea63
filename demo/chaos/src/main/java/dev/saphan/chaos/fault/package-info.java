/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What goes wrong, and when. */
@NullMarked
package dev.saphan.chaos.fault;

import org.jspecify.annotations.NullMarked;
