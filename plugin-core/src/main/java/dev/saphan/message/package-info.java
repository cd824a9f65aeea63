/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Events from the gateway and messages to the storefront, repeated by people, many at a time. */
@NullMarked
package dev.saphan.message;

import org.jspecify.annotations.NullMarked;
