/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

/** An order that the store took. */
record Order(Visit visit, String token, String reference) {}
