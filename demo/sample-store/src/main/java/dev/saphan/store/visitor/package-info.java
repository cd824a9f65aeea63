/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Who looks at the pages: language, region, cart. All of it from cookies, none of it personal. */
@NullMarked
package dev.saphan.store.visitor;

import org.jspecify.annotations.NullMarked;
