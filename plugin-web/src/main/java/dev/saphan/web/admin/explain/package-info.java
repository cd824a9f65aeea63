/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Why a shopper is offered some methods and not others. */
@NullMarked
package dev.saphan.web.admin.explain;

import org.jspecify.annotations.NullMarked;
