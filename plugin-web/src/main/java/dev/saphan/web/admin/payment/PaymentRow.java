/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import java.util.List;

/** A payment in the list. {@code refunded} is empty where nothing went back. */
public record PaymentRow(
        String id,
        String address,
        String order,
        StatusBadge status,
        String amount,
        String refunded,
        String method,
        String channel,
        Moment time,
        List<String> attention) {}
