/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.MessageFilter;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what a person typed into what messages are about. Call it inside a transaction. */
@RequestScoped
public class MessageSearch {

    private static final List<String> MESSAGE_IDS = List.of("evt_", "evnt_", "cmd_");

    @Inject
    Payments payments;

    /** @param text a message, a payment or a charge by its whole id, or an order by its whole reference */
    MessageFilter narrow(MessageFilter filter, String text) {
        if (text.isEmpty()) {
            return filter;
        }
        if (MESSAGE_IDS.stream().anyMatch(text::startsWith)) {
            return filter.among(Set.of(text));
        }
        return filter.about(filter.box() == Box.EVENTS ? charges(filter, text) : paymentIds(filter, text));
    }

    private Set<String> charges(MessageFilter filter, String text) {
        if (text.startsWith("chrg_")) {
            return Set.of(text);
        }
        return meant(filter, text).stream()
                .map(Payment::attempts)
                .flatMap(Collection::stream)
                .flatMap(attempt -> attempt.chargeId().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> paymentIds(MessageFilter filter, String text) {
        Stream<Payment> found = text.startsWith("chrg_")
                ? payments.findAttemptByCharge(filter.store(), filter.mode(), text).map(Attempt::payment).stream()
                : meant(filter, text).stream();
        return found.map(payment -> payment.id().value()).collect(Collectors.toSet());
    }

    private List<Payment> meant(MessageFilter filter, String text) {
        Optional<Payment> one = text.startsWith("pay_")
                ? payments.find(filter.store(), filter.mode(), new PaymentId(text))
                : Optional.empty();
        return one.map(List::of).orElseGet(() -> payments.ofOrder(filter.store(), filter.mode(), text));
    }
}
