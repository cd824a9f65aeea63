/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What goes to support: enough to understand an installation, without secrets and without personal data. */
@NullMarked
package dev.saphan.support;

import org.jspecify.annotations.NullMarked;
