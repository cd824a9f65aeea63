/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The processes under test. */
@NullMarked
package dev.saphan.chaos.cluster;

import org.jspecify.annotations.NullMarked;
