/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.MessageBatches;
import dev.saphan.message.MessageFilter;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Attempts;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.settings.AccountKey;
import dev.saphan.storefront.CommandList;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.RetryOrderCommand;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.webhook.EventList;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.ReplayEvent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a piece of a box and puts each message into words. Call it inside a transaction. */
@RequestScoped
public class MessageRows {

    /** Where a piece begins: behind the first, before the second, or at the newest. */
    record Place(Optional<String> after, Optional<String> before) {}

    @Inject
    EventList events;

    @Inject
    CommandList commands;

    @Inject
    Attempts attempts;

    @Inject
    Payments payments;

    @Inject
    ReplayEvent replayEvent;

    @Inject
    RetryOrderCommand retryOrderCommand;

    @Inject
    MessageBatches batches;

    @Inject
    MessageWording words;

    /** Those before a place come with the nearest first. */
    List<MessageRow> read(MessageFilter filter, Place place, String batch, ZoneId zone, int limit) {
        List<MessageRow> rows =
                filter.box() == Box.EVENTS ? events(filter, place, zone, limit) : commands(filter, place, zone, limit);
        if (batch.isEmpty()) {
            return rows;
        }
        Map<String, Boolean> results =
                batches.results(batch, rows.stream().map(MessageRow::id).toList());
        return rows.stream()
                .map(row -> with(row, Optional.ofNullable(results.get(row.id()))))
                .toList();
    }

    private MessageRow with(MessageRow row, Optional<Boolean> result) {
        return new MessageRow(
                row.id(),
                row.address(),
                row.kind(),
                row.state(),
                row.about(),
                row.payment(),
                row.answer(),
                row.detail(),
                row.time(),
                result.map(words::batchResult).orElse(""));
    }

    private List<MessageRow> events(MessageFilter filter, Place place, ZoneId zone, int limit) {
        List<InboundEvent> found = place.after()
                .map(seen -> events.olderThan(seen, filter.events(), limit))
                .or(() -> place.before().map(seen -> events.newerThan(seen, filter.events(), limit)))
                .orElseGet(() -> events.newest(filter.events(), limit));
        AccountKey account = new AccountKey(filter.store(), filter.mode());
        Map<String, Attempt> owners = attempts
                .ofCharges(found.stream()
                        .flatMap(event -> event.chargeId().stream())
                        .collect(Collectors.toSet()))
                .stream()
                .filter(attempt -> attempt.account().equals(account))
                .collect(Collectors.toMap(attempt -> attempt.chargeId().orElseThrow(), attempt -> attempt));
        return found.stream().map(event -> row(event, owners, zone)).toList();
    }

    private MessageRow row(InboundEvent event, Map<String, Attempt> owners, ZoneId zone) {
        Optional<Payment> payment = event.chargeId().map(owners::get).map(Attempt::payment);
        return new MessageRow(
                event.id(),
                address(event.id()),
                event.eventKey(),
                words.state(event),
                payment.map(Payment::orderReference).or(event::chargeId).orElse(""),
                payment.map(found -> payment(found.id())).orElse(""),
                words.result(event),
                event.isProcessed() ? "" : words.due(replayEvent.due(event.id()), zone),
                Moment.precise(event.receivedAt(), zone),
                "");
    }

    private List<MessageRow> commands(MessageFilter filter, Place place, ZoneId zone, int limit) {
        List<OrderCommand> found = place.after()
                .map(seen -> commands.olderThan(seen, filter.commands(), limit))
                .or(() -> place.before().map(seen -> commands.newerThan(seen, filter.commands(), limit)))
                .orElseGet(() -> commands.newest(filter.commands(), limit));
        return found.stream().map(command -> row(command, zone)).toList();
    }

    private MessageRow row(OrderCommand command, ZoneId zone) {
        Optional<Payment> payment = payments.find(new PaymentId(command.subjectId()));
        boolean waits = command.status() == OrderCommand.Status.WAITING;
        return new MessageRow(
                command.id(),
                address(command.id()),
                command.type(),
                words.state(command),
                payment.map(Payment::orderReference).orElse(""),
                payment.map(found -> payment(found.id())).orElse(""),
                words.answer(command),
                Stream.of(
                                words.deliveries(command.deliveries()),
                                waits ? words.due(retryOrderCommand.due(command.id()), zone) : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                Moment.precise(command.createdAt(), zone),
                "");
    }

    private static String address(String id) {
        return PageAddress.of("message.xhtml").with("id", id).toString();
    }

    static String payment(PaymentId id) {
        return PageAddress.of("payment.xhtml").with("id", id.value()).toString();
    }
}
