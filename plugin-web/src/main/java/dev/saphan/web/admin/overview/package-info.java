/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where the back office opens: what needs a person, and how the stores do. */
@NullMarked
package dev.saphan.web.admin.overview;

import org.jspecify.annotations.NullMarked;
