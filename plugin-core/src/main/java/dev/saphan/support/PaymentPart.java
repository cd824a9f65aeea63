/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.history.History;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.redaction.Redactor;
import dev.saphan.refund.Refund;
import dev.saphan.refund.Refunds;
import dev.saphan.storefront.CommandFilter;
import dev.saphan.storefront.CommandList;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.storefront.OrderDelivery;
import dev.saphan.webhook.EventFilter;
import dev.saphan.webhook.EventList;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The chosen payment: its attempts and refunds, its story, Omise's events about it and what the storefront was told. */
@Wired
class PaymentPart implements BundlePart {

    private static final int MOST = 100;

    private final Payments payments;
    private final Refunds refunds;
    private final History history;
    private final EventList events;
    private final CommandList commandList;
    private final OrderCommands commands;
    private final Transactions transactions;

    @Inject
    PaymentPart(
            Payments payments,
            Refunds refunds,
            History history,
            EventList events,
            CommandList commandList,
            OrderCommands commands,
            Transactions transactions) {
        this.payments = payments;
        this.refunds = refunds;
        this.history = history;
        this.events = events;
        this.commandList = commandList;
        this.commands = commands;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "5-payment.txt";
    }

    @Override
    public String text(BundleRequest request) {
        Optional<PaymentId> chosen = request.payment();
        if (chosen.isEmpty()) {
            return "No payment was chosen.\n";
        }
        return transactions.call(() -> payments.find(chosen.get())
                .filter(payment -> payment.store().equals(request.store().id()))
                .map(this::read)
                .orElse("The store has no such payment.\n"));
    }

    private String read(Payment payment) {
        Facts facts = new Facts();
        facts.title("Payment")
                .fact("id", payment.id())
                .fact("order", payment.orderReference())
                .fact("mode", payment.mode().code())
                .fact("status", payment.status())
                .fact("amount", payment.amount())
                .fact("refunded", payment.refunded())
                .fact("attention", payment.attention())
                .fact("created", payment.createdAt())
                .fact("closes", payment.closesAt())
                .fact("metadata", Redactor.redact(payment.metadata()).orElse(""));
        payment.attempts().forEach(attempt -> attempt(attempt, facts));
        refunds.of(payment.id()).forEach(refund -> refund(refund, facts));
        facts.title("Story");
        history.of(payment.id().value())
                .forEach(entry -> facts.line(entry.at() + " | " + entry.actor() + " | " + entry.kind() + " | "
                        + Optional.ofNullable(entry.detail()).orElse("")));
        events(payment, facts);
        commands(payment, facts);
        return facts.text();
    }

    private static void attempt(Attempt attempt, Facts facts) {
        facts.title("Attempt " + attempt.id())
                .fact("method", attempt.method())
                .fact("status", attempt.status())
                .fact("charge", attempt.chargeId().orElse("-"))
                .fact("failure", attempt.failureCode().map(Object::toString).orElse("-"))
                .fact("created", attempt.createdAt());
    }

    private static void refund(Refund refund, Facts facts) {
        facts.title("Refund " + refund.id())
                .fact("amount", refund.amount())
                .fact("status", refund.status())
                .fact("voided", refund.isVoided())
                .fact("at Omise", refund.gatewayRefundId().orElse("-"))
                .fact("created", refund.createdAt());
    }

    private void events(Payment payment, Facts facts) {
        Set<String> charges = payment.attempts().stream()
                .flatMap(attempt -> attempt.chargeId().stream())
                .collect(Collectors.toSet());
        EventFilter all = EventFilter.all(payment.store(), payment.mode());
        EventFilter about = new EventFilter(
                all.store(),
                all.mode(),
                all.kind(),
                all.state(),
                all.from(),
                all.until(),
                Optional.of(charges),
                all.ids());
        for (InboundEvent event : events.newest(about, MOST)) {
            facts.title("Event " + event.eventId())
                    .fact("kind", event.eventKey())
                    .fact("arrived", event.receivedAt())
                    .fact("result", String.valueOf(event.result()))
                    .line(Redactor.redact(event.body()).orElse("(not readable)"));
        }
    }

    private void commands(Payment payment, Facts facts) {
        CommandFilter all = CommandFilter.all(payment.store(), payment.mode());
        CommandFilter about = new CommandFilter(
                all.store(),
                all.mode(),
                all.kind(),
                all.state(),
                all.from(),
                all.until(),
                Optional.of(Set.of(payment.id().value())),
                all.ids());
        for (OrderCommand command : commandList.newest(about, MOST)) {
            facts.title("Message " + command.id())
                    .fact("type", command.type())
                    .fact("status", command.status())
                    .line(Redactor.redact(commands.payload(command)).orElse("(not readable)"));
            for (OrderDelivery delivery : commands.deliveries(command.id())) {
                facts.line("delivery " + delivery.number() + " | " + delivery.deliveredAt() + " | " + delivery.took()
                        + " | " + delivery.answer());
            }
        }
    }
}
