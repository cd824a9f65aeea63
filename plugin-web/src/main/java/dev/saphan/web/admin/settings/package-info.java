/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** What admins set for a store: keys, webhooks, the storefront, methods, policies. */
@NullMarked
package dev.saphan.web.admin.settings;

import org.jspecify.annotations.NullMarked;
