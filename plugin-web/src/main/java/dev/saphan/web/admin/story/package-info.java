/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The whole story of a payment as one list, from every side that had a part in it. */
@NullMarked
package dev.saphan.web.admin.story;

import org.jspecify.annotations.NullMarked;
