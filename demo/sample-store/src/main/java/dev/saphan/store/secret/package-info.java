/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Things nobody can guess. */
@NullMarked
package dev.saphan.store.secret;

import org.jspecify.annotations.NullMarked;
