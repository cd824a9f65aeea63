/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be paid, by whom it was asked, and where the shopper goes back to. What a request does not say is as it was, or
 * the usual for a payment that is new.
 *
 * @param channel usually online
 * @param locale usually English
 * @param metadata the storefront's own object, in JSON; echoed and not read; usually one without members
 */
public record PaymentOrder(
        StoreId store,
        Mode mode,
        String reference,
        Money amount,
        Optional<Channel> channel,
        Optional<Locale> locale,
        URI returnUrl,
        Optional<String> metadata) {

    /** Where it is paid, if the payment that is open for it is taken up. */
    Channel channelAfter(Optional<Payment> open) {
        return channel.or(() -> open.map(Payment::channel)).orElse(Channel.ONLINE);
    }
}
