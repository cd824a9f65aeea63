/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where secrets and names may be found after everything was done once. */
@NullMarked
package dev.saphan.chaos.trace;

import org.jspecify.annotations.NullMarked;
