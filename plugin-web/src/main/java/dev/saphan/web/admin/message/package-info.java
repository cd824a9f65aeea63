/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What Omise sent and what the storefront is told: looking at it, and repeating it. */
@NullMarked
package dev.saphan.web.admin.message;

import org.jspecify.annotations.NullMarked;
