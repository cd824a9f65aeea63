/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
@NullMarked
package dev.saphan.budget;

import org.jspecify.annotations.NullMarked;
