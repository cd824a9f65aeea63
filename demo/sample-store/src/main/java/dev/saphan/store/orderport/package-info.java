/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** The order port: the signed commands by which the plugin tells this store every outcome. */
@NullMarked
package dev.saphan.store.orderport;

import org.jspecify.annotations.NullMarked;
