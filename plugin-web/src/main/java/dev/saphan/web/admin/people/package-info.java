/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/** Who may do what: people, their roles store by store, their passwords. */
@NullMarked
package dev.saphan.web.admin.people;

import org.jspecify.annotations.NullMarked;
