/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Payments that never happened, as believable as if they had: made up from a seed, the same for every seed. */
@NullMarked
package dev.saphan.past;

import org.jspecify.annotations.NullMarked;
