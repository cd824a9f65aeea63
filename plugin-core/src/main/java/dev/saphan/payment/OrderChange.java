/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import dev.saphan.json.Wire;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a newer request for an open order says otherwise, as the story tells it.
 *
 * @param kind of the story's entry
 */
record OrderChange(String kind, @Nullable String detail) {

    /** Told before the payment follows. */
    static Stream<OrderChange> between(Payment payment, PaymentOrder newest) {
        return Stream.of(
                        newest.channel()
                                .filter(channel -> channel != payment.channel())
                                .map(channel -> new OrderChange(
                                        "payment.channel_changed",
                                        payment.channel().code() + " to " + channel.code())),
                        newest.locale()
                                .map(Locale::toLanguageTag)
                                .filter(tag -> !tag.equals(payment.locale().toLanguageTag()))
                                .map(tag -> new OrderChange(
                                        "payment.language_changed",
                                        payment.locale().toLanguageTag() + " to " + tag)),
                        Optional.of(newest.returnUrl())
                                .filter(address -> !address.equals(payment.returnUrl()))
                                .map(address -> new OrderChange("payment.return_changed", withoutQuery(address))),
                        newest.metadata()
                                .filter(metadata ->
                                        !Wire.readObject(metadata).equals(Wire.readObject(payment.metadata())))
                                .map(metadata -> new OrderChange("payment.metadata_changed", null)))
                .flatMap(Optional::stream);
    }

    /** A query may hold what opens something at the storefront. */
    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }
}
