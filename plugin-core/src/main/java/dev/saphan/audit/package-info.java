/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Who did what, when, from where: written before it is done, never changed. */
@NullMarked
package dev.saphan.audit;

import org.jspecify.annotations.NullMarked;
