/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.shift;

import dev.saphan.web.admin.Moment;
import java.util.List;

/**
 * What a shift took, as the page shows it.
 *
 * @param totals of everybody, for each currency
 */
public record ShiftView(List<Till> tills, List<Sum> totals, List<Open> open) {

    /**
     * What one cashier took.
     *
     * @param named whether somebody was signed in
     */
    public record Till(String cashier, boolean named, List<Row> rows, List<Sum> totals) {}

    /** By one method in one currency. */
    public record Row(String method, long payments, String taken, long refunds, String refunded, String net) {}

    /** In one currency. */
    public record Sum(String currency, long payments, String taken, long refunds, String refunded, String net) {}

    /**
     * A payment of which nobody can say yet how it ends.
     *
     * @param address of its page; empty for those who may open none
     * @param advice what to do about it
     */
    public record Open(
            String order,
            String address,
            String method,
            String amount,
            String cashier,
            Moment since,
            String status,
            String advice) {}
}
