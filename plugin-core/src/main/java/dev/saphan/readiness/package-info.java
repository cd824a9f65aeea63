/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Whether a store can go live: one small class for each thing that has to be right. */
@NullMarked
package dev.saphan.readiness;

import org.jspecify.annotations.NullMarked;
