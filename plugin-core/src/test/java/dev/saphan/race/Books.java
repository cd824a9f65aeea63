/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.json.Wire;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attention;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentStatus;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Refund;
import dev.saphan.refund.RefundStatus;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.Mode;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the plugin has written down about one order, compared with what Omise has and what the storefront did. */
final class Books {

    private final Arena arena;
    private final String order;

    Books(Arena arena, String order) {
        this.arena = arena;
        this.order = order;
    }

    /** The promises that hold at any moment, however the race went. */
    void mustBeSound() {
        assertThat(arena.omise().books().wrongs()).as("what Omise was asked").isEmpty();
        assertThat(commands("payment.paid")).as("orders to book the payment").hasSizeLessThanOrEqualTo(1);
        assertThat(history("payment.paid")).as("times it was paid").hasSizeLessThanOrEqualTo(1);
        assertThat(commands("refund.updated").stream().filter(told -> told.contains("\"failed\"")))
                .as("refunds said to have failed")
                .isEmpty();
        mustNotTakeBackASuccess();
        payments().forEach(payment -> {
            payment.paidAttempt()
                    .ifPresent(attempt -> assertThat(attempt.allowsRefund())
                            .as("can be refunded")
                            .isTrue());
            List<Long> sequences = sequences(payment.id().value());
            assertThat(sequences)
                    .as("numbers of the messages")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        });
    }

    private void mustNotTakeBackASuccess() {
        Map<String, List<String>> told = commands("refund.updated").stream()
                .map(Wire::readObject)
                .collect(Collectors.groupingBy(
                        refund -> refund.getString("id"),
                        Collectors.mapping(refund -> refund.getString("status"), Collectors.toList())));
        assertThat(told.values()).allSatisfy(statuses -> assertThat(statuses).isSorted());
    }

    /** Once everything came to rest: charge by charge and refund by refund. */
    void mustAgreeWithOmise() {
        mustBeSound();
        List<Charge> paid = arena.omise().books().charges().stream()
                .filter(charge -> charge.status() == ChargeStatus.SUCCESSFUL)
                .toList();
        List<Payment> payments = payments();
        assertThat(attempts(payments, AttemptStatus.SUCCESSFUL))
                .as("attempts that succeeded")
                .containsExactlyInAnyOrderElementsOf(
                        paid.stream().map(Charge::id).toList());
        long booked = payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.PAID)
                .count();
        assertThat(booked).as("paid payments").isBetween(0L, 1L);
        assertThat(commands("payment.paid")).as("orders to book the payment").hasSize((int) booked);
        assertThat(attention(payments).contains(Attention.DUPLICATE_PAYMENT))
                .as("money beside that of the paid payment is shown")
                .isEqualTo(paid.size() > booked);
        assertThat(attention(payments)).doesNotContain(Attention.REFUND_FAILED, Attention.AMOUNT_MISMATCH);
        payments.forEach(this::mustHaveTheRefundsOfOmise);
        mustHaveBeenHeardInOrder();
    }

    private void mustHaveTheRefundsOfOmise(Payment payment) {
        List<Refund> refunds = refunds(payment);
        Map<String, GatewayRefund> told = payment.attempts().stream()
                .flatMap(attempt -> attempt.chargeId().stream())
                .flatMap(charge -> arena.omise().refunds(charge).stream())
                .collect(Collectors.toMap(GatewayRefund::id, Function.identity()));
        assertThat(refunds.stream()
                        .filter(refund -> refund.status() != RefundStatus.FAILED)
                        .map(refund -> refund.gatewayRefundId().orElse("none")))
                .as("refunds")
                .containsExactlyInAnyOrderElementsOf(told.keySet());
        Money closed = told.values().stream()
                .filter(refund -> refund.status() == GatewayRefund.Status.CLOSED)
                .map(GatewayRefund::amount)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        assertThat(payment.refunded()).as("what went back").isEqualTo(closed);
    }

    private void mustHaveBeenHeardInOrder() {
        Map<String, List<Long>> heard = arena.storefront().effects().stream()
                .collect(Collectors.groupingBy(
                        message -> Rows.ids(arena, "select subject_id from order_command where id = ?", message.id())
                                .get(0),
                        Collectors.mapping(OrderMessage::sequence, Collectors.toList())));
        heard.forEach((payment, sequences) ->
                assertThat(sequences).as("what the storefront did").isSorted().isSubsetOf(sequences(payment)));
    }

    void mustHaveOneLiveCharge() {
        assertThat(arena.omise().books().charges().stream().filter(charge -> charge.status() == ChargeStatus.PENDING))
                .as("charges that can be paid")
                .hasSize(1);
    }

    void mustHaveRefunded(Money amount) {
        assertThat(payments()).extracting(Payment::refunded).containsExactly(amount);
    }

    void mustBeClosedOrPaid() {
        assertThat(payments()).extracting(Payment::status).doesNotContain(PaymentStatus.OPEN);
    }

    void mustShowOneConflict() {
        assertThat(Rows.ids(
                        arena,
                        "select c.id from order_command c join payment p on p.id = c.subject_id"
                                + " where p.order_reference = ? and c.status = 'CONFLICT'",
                        order))
                .as("messages that met a conflict")
                .hasSize(1);
        assertThat(attention(payments())).contains(Attention.ORDER_CONFLICT);
    }

    void mustHaveHeardEverything() {
        assertThat(Rows.ids(
                        arena,
                        "select c.id from order_command c join payment p on p.id = c.subject_id"
                                + " where p.order_reference = ?",
                        order))
                .hasSameSizeAs(arena.storefront().effects());
    }

    void mustNotBeClosing(PaymentId id) {
        assertThat(payments().stream().filter(payment -> payment.id().equals(id)))
                .allSatisfy(payment ->
                        assertThat(payment.isClosing()).as("waits to be closed").isFalse());
    }

    /** Payloads of the messages of that kind. */
    List<String> commands(String type) {
        List<String> ids = Rows.ids(
                arena,
                "select c.id from order_command c join payment p on p.id = c.subject_id where c.type = '" + type
                        + "' and p.order_reference = ? order by c.sequence",
                order);
        return read(node -> ids.stream()
                .map(id -> node.get(OrderCommands.class).find(id).orElseThrow())
                .map(node.get(OrderCommands.class)::payload)
                .toList());
    }

    List<Payment> payments() {
        return read(node -> {
            List<Payment> found = node.get(Payments.class).ofOrder(Arena.STORE, Mode.TEST, order);
            assertThat(found)
                    .allSatisfy(payment -> assertThat(payment.attempts()).doesNotContainNull());
            assertThat(found)
                    .allSatisfy(payment -> assertThat(payment.attention()).doesNotContainNull());
            return found;
        });
    }

    List<Refund> refunds(Payment payment) {
        return read(node -> node.get(Refunds.class).of(payment.id()));
    }

    private List<String> history(String kind) {
        return Rows.ids(
                arena,
                "select h.id from history h join payment p on p.id = h.payment_id where h.kind = '" + kind
                        + "' and p.order_reference = ?",
                order);
    }

    private List<Long> sequences(String payment) {
        return Rows.ids(arena, "select sequence from order_command where subject_id = ? order by sequence", payment)
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> attempts(List<Payment> payments, AttemptStatus status) {
        return payments.stream()
                .flatMap(payment -> payment.attempts().stream())
                .filter(attempt -> attempt.status() == status)
                .map(Attempt::chargeId)
                .map(charge -> charge.orElse("none"))
                .toList();
    }

    private static List<Attention> attention(List<Payment> payments) {
        return payments.stream()
                .flatMap(payment -> payment.attention().stream())
                .toList();
    }

    private <T> T read(Function<Node, T> query) {
        Node node = arena.nodes().get(0);
        return node.get(Transactions.class).call(() -> query.apply(node));
    }
}
