/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.order;

import org.jspecify.annotations.Nullable;

/** Whom the order is for. The phone number carries its country code. */
public record Shopper(String name, String email, @Nullable String phone) {}
