/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** A charge as Omise tells it. */
@NullMarked
package dev.saphan.web.admin.charge;

import org.jspecify.annotations.NullMarked;
