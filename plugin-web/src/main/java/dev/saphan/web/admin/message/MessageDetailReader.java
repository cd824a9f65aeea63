/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.redaction.Redactor;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.storefront.OrderDelivery;
import dev.saphan.storefront.RetryOrderCommand;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.message.MessageDetail.Delivery;
import dev.saphan.web.admin.message.MessageDetail.Fact;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.InboundEvents;
import dev.saphan.webhook.ReplayEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one message and puts it into words. */
@RequestScoped
public class MessageDetailReader {

    @Inject
    InboundEvents events;

    @Inject
    OrderCommands commands;

    @Inject
    ReplayEvent replayEvent;

    @Inject
    RetryOrderCommand retryOrderCommand;

    @Inject
    Payments payments;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    MessageWording words;

    @Inject
    Wording wording;

    Optional<MessageDetail> read(String id) {
        return transactions.call(() -> id.startsWith("cmd_")
                ? commands.find(id).map(this::command)
                : events.find(id).map(this::event));
    }

    private MessageDetail event(InboundEvent event) {
        ZoneId zone = stores.find(event.store()).map(Store::timeZone).orElse(ZoneId.of("UTC"));
        Optional<Payment> payment = event.chargeId()
                .flatMap(charge -> payments.findAttemptByCharge(event.store(), event.mode(), charge))
                .map(Attempt::payment);
        return new MessageDetail(
                event.id(),
                Box.EVENTS.code(),
                event.eventKey(),
                words.state(event),
                event.store(),
                name(event.store()),
                event.mode(),
                payment.map(Payment::orderReference).orElse(""),
                payment.map(found -> MessageRows.payment(found.id())).orElse(""),
                list(Box.EVENTS, event.store(), event.mode()),
                facts(
                        fact("message.omise_id", event.eventId()),
                        fact("attempt.charge", event.chargeId().orElse("")),
                        fact(
                                "message.arrived",
                                Moment.precise(event.receivedAt(), zone).text()),
                        fact("message.signature", signature(event)),
                        fact("message.result", words.result(event)),
                        fact(
                                "message.processed",
                                event.processedAt()
                                        .map(at -> Moment.precise(at, zone).text())
                                        .orElse("")),
                        fact("message.next", event.isProcessed() ? "" : words.due(replayEvent.due(event.id()), zone))),
                Redactor.redact(event.body()).orElse(""),
                List.of(),
                true,
                wording.of("message.explain.event"));
    }

    private String signature(InboundEvent event) {
        if (event.isListed()) {
            return wording.of("message.fetched");
        }
        return wording.of(event.isGenuine() ? "message.signed" : "message.unsigned");
    }

    private MessageDetail command(OrderCommand command) {
        ZoneId zone = stores.find(command.store()).map(Store::timeZone).orElse(ZoneId.of("UTC"));
        Optional<Payment> payment = payments.find(new PaymentId(command.subjectId()));
        boolean waits = command.status() == OrderCommand.Status.WAITING;
        boolean repeatable = waits || command.status() == OrderCommand.Status.UNUSABLE;
        return new MessageDetail(
                command.id(),
                Box.COMMANDS.code(),
                command.type(),
                words.state(command),
                command.store(),
                name(command.store()),
                command.mode(),
                payment.map(Payment::orderReference).orElse(""),
                payment.map(found -> MessageRows.payment(found.id())).orElse(""),
                list(Box.COMMANDS, command.store(), command.mode()),
                facts(
                        fact(
                                "column.created",
                                Moment.precise(command.createdAt(), zone).text()),
                        fact("message.sequence", String.valueOf(command.sequence())),
                        fact("messages.answer", words.answer(command)),
                        fact(
                                "message.answered",
                                command.answeredAt()
                                        .map(at -> Moment.precise(at, zone).text())
                                        .orElse("")),
                        fact("message.next", waits ? words.due(retryOrderCommand.due(command.id()), zone) : "")),
                Redactor.redact(commands.payload(command)).orElse(""),
                commands.deliveries(command.id()).stream()
                        .map(delivery -> delivery(delivery, zone))
                        .toList(),
                repeatable,
                wording.of(repeatable ? "message.explain.command" : "message.explain.answered"));
    }

    private static Delivery delivery(OrderDelivery delivery, ZoneId zone) {
        return new Delivery(
                delivery.number(),
                Moment.precise(delivery.deliveredAt(), zone),
                delivery.took().toMillis() + " ms",
                Redactor.redactText(delivery.answer()));
    }

    private String name(StoreId store) {
        return stores.find(store).map(Store::name).orElse(store.value());
    }

    private static String list(Box box, StoreId store, Mode mode) {
        return PageAddress.of("messages.xhtml")
                .with("box", box.code())
                .with("store", store.value())
                .with("mode", mode.code())
                .toString();
    }

    private Fact fact(String key, String value) {
        return new Fact(wording.of(key), value);
    }

    private static List<Fact> facts(Fact... all) {
        return Stream.of(all).filter(fact -> !fact.value().isEmpty()).toList();
    }
}
