/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.settings.Stores;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what every side did, in the order of the store's time. */
@RequestScoped
class StoryReader {

    @Inject
    Payments payments;

    @Inject
    Stores stores;

    @Inject
    HistoryLines historyLines;

    @Inject
    CallLines callLines;

    @Inject
    EventLines eventLines;

    @Inject
    CommandLines commandLines;

    @Inject
    DeliveryLines deliveryLines;

    @Inject
    Transactions transactions;

    /** Oldest first. */
    List<StoryLine> of(PaymentId id) {
        return transactions.call(() -> payments.find(id).map(this::read).orElse(List.of()));
    }

    /** Asks Omise; the newest attempts first where there are many. */
    DeliveryLines.Told deliveries(PaymentId id) {
        Optional<Asked> asked = transactions.call(() -> payments.find(id).flatMap(this::asked));
        return asked.map(about -> deliveryLines.of(about.charges(), about.account(), about.zone()))
                .orElseGet(() -> new DeliveryLines.Told(List.of(), false));
    }

    static List<StoryLine> inOrder(Stream<StoryLine> lines) {
        return lines.sorted(Comparator.comparing(StoryLine::when)).toList();
    }

    private List<StoryLine> read(Payment payment) {
        StoryPayment story =
                new StoryPayment(payment, stores.get(payment.store()).timeZone());
        return inOrder(
                Stream.of(historyLines.of(story), callLines.of(story), eventLines.of(story), commandLines.of(story))
                        .flatMap(List::stream));
    }

    /** Empty where the store has no keys for it any more. */
    private Optional<Asked> asked(Payment payment) {
        Store store = stores.get(payment.store());
        Map<String, Integer> charges = new LinkedHashMap<>();
        payment.attempts().stream()
                .sorted(Comparator.comparing(Attempt::number).reversed())
                .filter(attempt -> attempt.chargeId().isPresent())
                .limit(DeliveryLines.MOST_CHARGES)
                .forEach(attempt -> charges.put(attempt.chargeId().orElseThrow(), attempt.number()));
        return Optional.ofNullable(store.accounts().get(payment.mode()))
                .map(account -> new Asked(charges, account, store.timeZone()));
    }

    private record Asked(Map<String, Integer> charges, OmiseAccount account, ZoneId zone) {}
}
