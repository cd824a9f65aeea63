/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.alert.AlertKind;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.message.Box;
import dev.saphan.message.MessageBatch;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attention;
import dev.saphan.payment.FailureCode;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.reconciliation.Finding;
import dev.saphan.reconciliation.Outcome;
import dev.saphan.reconciliation.Stage;
import dev.saphan.refund.ApprovalStatus;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RefundStatus;
import dev.saphan.settings.AlertRouting;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.webhook.EventFilter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is left without words. */
class TextsTest {

    @Test
    void existsInBothLanguages() throws IOException {
        assertThat(read("texts_th.properties").stringPropertyNames())
                .isEqualTo(read("texts.properties").stringPropertyNames());
    }

    @Test
    void hasWordsForEverythingThatCanBe() throws IOException {
        Stream<String> needed = Stream.of(
                        Arrays.stream(Attention.values())
                                .flatMap(kind -> Stream.of("title", "meaning", "advice")
                                        .map(part -> "attention." + kind.code() + "." + part)),
                        Arrays.stream(Attention.values()).map(kind -> "story.attention." + kind.code()),
                        Arrays.stream(AlertKind.values())
                                .filter(kind -> kind != AlertKind.PAYMENT_ATTENTION)
                                .flatMap(kind ->
                                        Stream.of("title", "advice").map(part -> "alert." + kind.code() + "." + part)),
                        AlertRouting.KINDS.stream().map(kind -> "setting.alerts.send." + kind),
                        Stream.of("setting.method.installment_paynext_extra_qr.limits.THB.hint"),
                        Arrays.stream(FailureCode.values()).map(code -> "failure." + code.code()),
                        Arrays.stream(AttemptStatus.values()).map(status -> "attempt." + status.publicCode()),
                        Arrays.stream(Condition.values()).map(condition -> "condition." + condition.code()),
                        Arrays.stream(Condition.values())
                                .filter(Condition::isTrouble)
                                .map(condition -> "overview.matter." + condition.code()),
                        Arrays.stream(Dispute.Status.values())
                                .map(status ->
                                        "attempt.dispute." + status.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(Happening.values()).map(happening -> "dates." + happening.code()),
                        Stream.of("today", "yesterday", "week", "month", "quarter")
                                .map(period -> "period." + period),
                        Stream.of("waiting", "writing", "done", "failed").map(state -> "export." + state),
                        Stream.of(
                                        "not_paid",
                                        "reversed",
                                        "disputed",
                                        "nothing_left",
                                        "refund_window_closed",
                                        "partial_refund_not_supported",
                                        "not_refundable")
                                .map(reason -> "refund.reason." + reason),
                        Arrays.stream(RefundStatus.values()).map(status -> "refund." + status.code()),
                        Arrays.stream(RefundStatus.values()).map(status -> "done.refund." + status.code()),
                        Arrays.stream(ApprovalStatus.values()).map(status -> "approval.status." + status.code()),
                        Stream.of("oneself", "another", "decided").map(reason -> "approval.denied." + reason),
                        Arrays.stream(RefundOrigin.values()).map(origin -> "origin." + origin.code()),
                        Arrays.stream(Finding.values())
                                .filter(Finding::isDifference)
                                .flatMap(finding ->
                                        Stream.of("", ".advice").map(part -> "finding." + finding.code() + part)),
                        Arrays.stream(Outcome.values())
                                .flatMap(outcome -> Stream.of("outcome.", "reconciliation.done.")
                                        .map(part -> part + outcome.code())),
                        Arrays.stream(OrderCommand.Status.values())
                                .map(status -> "message.state." + status.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(EventFilter.State.values()).map(state -> "message.state." + state.code()),
                        Arrays.stream(MessageBatch.Status.values()).map(status -> "batch.status." + status.code()),
                        Arrays.stream(Box.values())
                                .flatMap(box -> Stream.of(
                                                "box.", "message.repeat.", "message.all.", "message.done.repeated.")
                                        .map(part -> part + box.code())),
                        Arrays.stream(Stage.values()).map(stage -> "reconciliation.stage." + stage.code()),
                        Arrays.stream(ChargeStatus.values())
                                .map(status -> "side." + status.name().toLowerCase(Locale.ROOT)))
                .flatMap(keys -> keys);

        assertThat(read("texts.properties").stringPropertyNames()).containsAll(needed.toList());
    }

    static Properties read(String name) throws IOException {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(file);
            return texts;
        }
    }
}
