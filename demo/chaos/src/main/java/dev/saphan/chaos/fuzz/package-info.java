/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Requests that are nearly right, by the thousand: what is refused must be refused politely, at once and quietly. */
@NullMarked
package dev.saphan.chaos.fuzz;

import org.jspecify.annotations.NullMarked;
