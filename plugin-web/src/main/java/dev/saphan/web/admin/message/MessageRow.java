/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;

/**
 * A message in the list.
 *
 * @param address of its own page
 * @param about the order, or the charge of an event that belongs to no payment of ours; may be empty
 * @param payment address of the payment, empty if there is none
 * @param answer what came of it last
 * @param detail how often it was delivered, when it is tried next
 * @param batch what the batch that is looked at did with it; empty if it did nothing
 */
public record MessageRow(
        String id,
        String address,
        String kind,
        StatusBadge state,
        String about,
        String payment,
        String answer,
        String detail,
        Moment time,
        String batch) {}
