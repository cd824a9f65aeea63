/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a person has to look at. Listens to the other features; none of them knows it. */
@NullMarked
package dev.saphan.alert;

import org.jspecify.annotations.NullMarked;
