/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

/** A store's settings were changed, and this node knows the new ones. */
public record StoreChanged(StoreId store) {}
