/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a person has to look at: alerts, messages that were not understood, work that fails. */
@NullMarked
package dev.saphan.web.admin.attention;

import org.jspecify.annotations.NullMarked;
