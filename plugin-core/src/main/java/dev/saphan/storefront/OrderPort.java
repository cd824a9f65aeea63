/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

/**
 * The storefront's side of the bridge. A storefront in the same application implements it and registers it with
 * {@link Storefronts}, or brings it as a {@link StorefrontAdapter}; a remote one is reached over signed HTTP.
 *
 * <p>An implementation must be idempotent in {@link OrderMessage#id()}. What it throws counts as "retry later".
 */
public interface OrderPort {

    OrderAnswer deliver(OrderMessage message);
}
