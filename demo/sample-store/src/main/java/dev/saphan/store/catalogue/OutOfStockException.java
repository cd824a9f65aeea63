/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.catalogue;

/** Less is left of a product than somebody wants. */
public class OutOfStockException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int productId;

    OutOfStockException(int productId) {
        super("not enough left of product " + productId);
        this.productId = productId;
    }

    public int productId() {
        return productId;
    }
}
