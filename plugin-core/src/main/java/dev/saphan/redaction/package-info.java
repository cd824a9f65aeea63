/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What people may be shown of messages. */
@NullMarked
package dev.saphan.redaction;

import org.jspecify.annotations.NullMarked;
