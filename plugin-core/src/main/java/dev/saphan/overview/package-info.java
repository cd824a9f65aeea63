/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** How a store does: what needs a person, money over time, success, time to pay. Adds up, changes nothing. */
@NullMarked
package dev.saphan.overview;

import org.jspecify.annotations.NullMarked;
