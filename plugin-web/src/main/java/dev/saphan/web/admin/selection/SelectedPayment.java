/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.money.Money;

/**
 * A payment of a selection before the click.
 *
 * @param left what would go back
 * @param note why nothing can, or what is to be known about it; empty where there is nothing to say
 */
public record SelectedPayment(
        String id, String address, String order, Money left, String leftText, boolean possible, String note) {

    /** As it stands in the form: what was seen goes with it. */
    public String pick() {
        return id + ":" + left.minorUnits() + ":" + left.currencyCode();
    }
}
