/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** By what the plugin recognises its own public address. */
@NullMarked
package dev.saphan.web.reach;

import org.jspecify.annotations.NullMarked;
