/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** What stands for the container and the deployment in tests. */
@NullMarked
package dev.saphan.web.testing;

import org.jspecify.annotations.NullMarked;
