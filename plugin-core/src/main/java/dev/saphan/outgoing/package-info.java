/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Calls to addresses that somebody else chose: storefronts, receivers of alerts, the provider of sign-in, pictures. */
@NullMarked
package dev.saphan.outgoing;

import org.jspecify.annotations.NullMarked;
