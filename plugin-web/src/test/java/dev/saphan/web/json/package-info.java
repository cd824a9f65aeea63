/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Reading of JSON, in tests. */
@NullMarked
package dev.saphan.web.json;

import org.jspecify.annotations.NullMarked;
