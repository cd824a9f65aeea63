/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** A stand-in for the plugin's REST API, as far as a storefront meets it. */
@NullMarked
package dev.saphan.store.fake;

import org.jspecify.annotations.NullMarked;
