/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.GatewayRefund;
import dev.saphan.method.Methods;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.SomePayment;
import dev.saphan.testing.OneStore;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What is left of a payment, whatever was asked for and whatever became of it. */
class RefundPropertyTest {

    /** Somebody asks for an amount, or Omise says what became of an earlier refund. */
    record Event(long amount, int which, Optional<GatewayRefund.Status> told) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(GatewayRefund.Status.class).optional(0.6))
                .as(Event::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "THB", "KWD", "BHD").map(Currency::getInstance);
    }

    @Property
    void leavesTheAmountLessWhatWentOrMayGo(
            @ForAll("events") List<Event> events,
            @ForAll("currencies") Currency currency,
            @ForAll @LongRange(min = 1, max = 1_000_000) long price) {
        Payment payment = SomePayment.paid(new Money(price, currency));
        List<Refund> refunds = new ArrayList<>();
        for (Event event : events) {
            happen(event, payment, refunds);

            long taken = sum(refunds, RefundStatus.PENDING) + sum(refunds, RefundStatus.SUCCEEDED);
            RefundQuote quote = quote(payment, refunds);
            assertThat(taken).isBetween(0L, price);
            assertThat(quote.remaining()).isEqualTo(new Money(price - taken, currency));
            assertThat(quote.remaining().isZero()).isEqualTo(taken == price);
            SomePayment.refunded(payment, new Money(sum(refunds, RefundStatus.SUCCEEDED), currency));
            assertThat(payment.refunded().isGreaterThan(payment.amount())).isFalse();
        }
    }

    @Property
    void neverTakesBackAWordOfSuccessForAnOlderOne(@ForAll("events") List<Event> events) {
        Refund refund = refund(SomePayment.paid(Money.ofMinor(1_500, "KWD")), 500);
        boolean closed = false;
        for (Event event : events) {
            GatewayRefund.Status told = event.told().orElse(GatewayRefund.Status.PENDING);
            refund.follow(told(refund, told));
            closed = told == GatewayRefund.Status.CLOSED || (closed && told == GatewayRefund.Status.PENDING);

            assertThat(refund.status() == RefundStatus.SUCCEEDED).isEqualTo(closed);
        }
    }

    /** As a request does under the lock: it fits, or it is not made. */
    private static void happen(Event event, Payment payment, List<Refund> refunds) {
        if (event.told().isPresent() && !refunds.isEmpty()) {
            Refund refund = refunds.get(event.which() % refunds.size());
            if (refund.isTaken()) {
                refund.follow(told(refund, event.told().get()));
            }
            return;
        }
        RefundQuote quote = quote(payment, refunds);
        Money amount = new Money(event.amount(), payment.amount().currency());
        if (quote.reason().isEmpty() && quote.partial() && !amount.isGreaterThan(quote.remaining())) {
            refunds.add(refund(payment, event.amount()));
        }
    }

    private static Refund refund(Payment payment, long amount) {
        return new Refund(
                RefundId.next(),
                payment,
                payment.paidAttempt().orElseThrow().id(),
                new Money(amount, payment.amount().currency()),
                "broken",
                RefundOrigin.API,
                "storefront",
                null,
                SomePayment.NOON);
    }

    private static GatewayRefund told(Refund refund, GatewayRefund.Status status) {
        return new GatewayRefund(
                "rfnd_" + refund.id(), refund.amount(), status, false, Optional.empty(), Optional.of(SomePayment.NOON));
    }

    private static long sum(List<Refund> refunds, RefundStatus status) {
        return refunds.stream()
                .filter(refund -> refund.status() == status)
                .mapToLong(refund -> refund.amount().minorUnits())
                .sum();
    }

    private static RefundQuote quote(Payment payment, List<Refund> refunds) {
        return new QuoteRefund(
                        new Methods(List.of(SomePayment.METHOD)),
                        new OneStore(),
                        new RefundsInMemory(refunds),
                        new ApprovalsInMemory(),
                        Clock.fixed(SomePayment.NOON, ZoneOffset.UTC))
                .quote(payment);
    }
}
