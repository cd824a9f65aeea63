/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.redaction.Redactor;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.storefront.OrderDelivery;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.message.MessageWording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** What we had to tell the storefront, with every try and its answer. */
@RequestScoped
class CommandLines {

    @Inject
    OrderCommands commands;

    @Inject
    MessageWording messages;

    @Inject
    StoryWords words;

    List<StoryLine> of(StoryPayment payment) {
        return commands.about(payment.payment().store(), payment.id()).stream()
                .map(command -> line(command, payment))
                .toList();
    }

    private StoryLine line(OrderCommand command, StoryPayment payment) {
        List<OrderDelivery> tries = commands.deliveries(command.id()).stream()
                .sorted(Comparator.comparing(OrderDelivery::number))
                .toList();
        return new StoryLine(
                command.createdAt(),
                Moment.precise(command.createdAt(), payment.zone()),
                words.side(Side.STOREFRONT),
                "command",
                tone(command),
                words.of("command.told", words.ofOr("command." + command.type(), command.type())),
                messages.state(command).text(),
                detail(command, payment),
                0,
                PageAddress.of("message.xhtml").with("id", command.id()).toString(),
                tries.isEmpty() ? "" : words.of("command.tries", String.valueOf(command.deliveries())),
                tries.stream().map(one -> told(one, payment)).toList());
    }

    private String detail(OrderCommand command, StoryPayment payment) {
        String answer = messages.answer(command);
        return command.answeredAt()
                .map(at -> words.of("command.answered", StoryWords.time(at, payment.zone()), answer(answer)))
                .orElseGet(() -> answer.isEmpty()
                        ? words.of("message.never_delivered")
                        : words.of("command.waits", answer(answer)));
    }

    private String told(OrderDelivery one, StoryPayment payment) {
        return words.of(
                "command.try",
                String.valueOf(one.number()),
                StoryWords.time(one.deliveredAt(), payment.zone()),
                words.duration(one.took()),
                answer(Redactor.redactText(one.answer())));
    }

    private String answer(String answer) {
        return words.ofOr("command.answer." + answer.replace(' ', '_'), answer);
    }

    private static String tone(OrderCommand command) {
        return switch (command.status()) {
            case APPLIED -> "plain";
            case WAITING -> "warn";
            case CONFLICT, UNUSABLE -> "bad";
        };
    }
}
