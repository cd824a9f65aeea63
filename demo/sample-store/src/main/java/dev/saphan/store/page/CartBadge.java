/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

/** Tells the number beside the cart in the page's head. */
public interface CartBadge {

    int pieces(String cartId);
}
