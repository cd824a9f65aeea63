/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

/** Somebody wants to pay what is paid or given up. */
public class OrderNotPayableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OrderNotPayableException(String reference) {
        super(reference + " does not wait for money");
    }
}
