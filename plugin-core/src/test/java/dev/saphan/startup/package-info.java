/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
@NullMarked
package dev.saphan.startup;

import org.jspecify.annotations.NullMarked;
