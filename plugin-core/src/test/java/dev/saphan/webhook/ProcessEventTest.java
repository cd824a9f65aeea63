/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.job.Job.Next;
import dev.saphan.job.Lane;
import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentFakes;
import dev.saphan.payment.Payments;
import dev.saphan.payment.SomePayment;
import dev.saphan.payment.SyncAttempt.Told;
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an event costs, and what becomes of it while Omise does not answer. */
class ProcessEventTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Optional<String> OURS = Optional.of("chrg_1");
    private static final Optional<String> ANOTHER = Optional.of("chrg_2");

    private final RowsInMemory rows = new RowsInMemory();
    private final EventsInMemory events = new EventsInMemory(rows);
    private final Payment payment = SomePayment.paid(Money.ofMinor(150_000, "THB"));
    private final Payments payments = PaymentFakes.payments(rows, payment);
    private Supplier<Told> omise = () -> Told.ALL;
    private Instant now = NOON;
    private int calls;
    private final ProcessEvent processEvent = new ProcessEvent(
            events,
            payments,
            PaymentFakes.told(payments, () -> {
                calls++;
                return omise.get();
            }),
            new OneStore(),
            new NoTransactions(),
            new Clock() {

                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            });

    @Test
    void readsTheChargeThatAnEventIsAbout() {
        InboundEvent event = event(OURS, Verdict.GENUINE);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);

        assertThat(event.result()).isEqualTo("charge read");
        assertThat(event.processedAt()).contains(NOON);
        assertThat(calls).isEqualTo(1);
        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);
        assertThat(calls).as("followed once").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0,5", "4,5", "6,6", "600,600", "900,900", "901,900", "86400,900"})
    void keepsAnEventWhileOmiseDoesNotAnswerAndAsksMoreSeldom(long ageInSeconds, long pauseInSeconds) {
        omise = () -> Told.NOTHING;
        InboundEvent event = event(OURS, Verdict.GENUINE);
        now = NOON.plusSeconds(ageInSeconds);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.at(now.plusSeconds(pauseInSeconds)));

        assertThat(event.isProcessed()).isFalse();
        omise = () -> Told.STATUS;
        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);
        assertThat(event.isProcessed()).isTrue();
    }

    @Test
    void looksForAChargeThatNobodyKnowsYet() {
        InboundEvent event = event(ANOTHER, Verdict.GENUINE);

        omise = () -> Told.NOTHING;
        assertThat(processEvent.run(event.id())).isEqualTo(Next.at(NOON.plusSeconds(5)));
        assertThat(event.isProcessed()).isFalse();

        omise = () -> Told.ALL;
        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);
        assertThat(event.result()).isEqualTo("charge looked up");
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void asksNothingAboutAChargeOfNobodysThatWasNotSigned() {
        InboundEvent event = event(ANOTHER, Verdict.UNSIGNED);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);

        assertThat(event.result()).isEqualTo("not about a charge of ours");
        assertThat(calls).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"GENUINE", "UNSIGNED"})
    void asksNothingWhereAnEventIsAboutNoCharge(Verdict verdict) {
        InboundEvent event = event(Optional.empty(), verdict);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);

        assertThat(event.result()).isEqualTo("not about a charge");
        assertThat(calls).isZero();
    }

    @Test
    void readsAChargeForAnUnsignedEventWhenItWasNotReadForAWhile() {
        PaymentFakes.read(payment, NOON.minusSeconds(5));
        InboundEvent event = event(OURS, Verdict.UNSIGNED);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);

        assertThat(event.result()).isEqualTo("charge read");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void letsAnUnsignedEventWaitAfterAReading() {
        PaymentFakes.read(payment, NOON.minusSeconds(5).plusMillis(1));
        InboundEvent event = event(OURS, Verdict.UNSIGNED);

        assertThat(processEvent.run(event.id())).isEqualTo(Next.at(NOON.plusSeconds(5)));

        assertThat(event.isProcessed()).isFalse();
        assertThat(calls).isZero();
    }

    @Test
    void needsNoReadingForAnUnsignedEventBeforeTheLastOne() {
        InboundEvent event = event(OURS, Verdict.UNSIGNED);
        now = NOON.plusSeconds(3);
        PaymentFakes.read(payment, NOON.plusSeconds(2));
        assertThat(processEvent.run(event.id()))
                .as("within the clocks' difference")
                .isNotEqualTo(Next.DONE);

        PaymentFakes.read(payment, NOON.plusSeconds(2).plusMillis(1));
        assertThat(processEvent.run(event.id())).isEqualTo(Next.DONE);

        assertThat(event.result()).isEqualTo("charge read since");
        assertThat(calls).isZero();
    }

    @Test
    void takesUnsignedEventsAboutOneChargeInTurns() {
        InboundEvent first = event(OURS, Verdict.UNSIGNED);
        InboundEvent second = event(OURS, Verdict.UNSIGNED);
        omise = () -> {
            assertThat(processEvent.run(second.id())).isEqualTo(Next.at(NOON.plus(Duration.ofMillis(250))));
            return Told.ALL;
        };

        assertThat(processEvent.run(first.id())).isEqualTo(Next.DONE);

        assertThat(second.isProcessed()).isFalse();
        omise = () -> Told.ALL;
        assertThat(processEvent.run(second.id())).as("the turn is given back").isEqualTo(Next.DONE);
    }

    @Test
    void isFollowedAnewWhenSomebodyAsksForIt() {
        InboundEvent event = event(OURS, Verdict.GENUINE);
        processEvent.run(event.id());
        JobsInMemory jobs = new JobsInMemory();
        ReplayEvent replay = new ReplayEvent(events, jobs, new NoTransactions(), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(replay.due(event.id())).isEmpty();
        assertThat(replay.replay(event.id())).isTrue();
        assertThat(replay.replay("evt_nobodys")).isFalse();

        assertThat(replay.due(event.id())).contains(NOON);
        assertThat(event.isProcessed()).isFalse();
        assertThat(event.result()).isNull();
        processEvent.run(event.id());
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void hasALaneOfItsOwn() {
        assertThat(processEvent.name()).isEqualTo("process-event");
        assertThat(processEvent.lane()).isEqualTo(Lane.INBOUND);
        assertThat(processEvent.run("evt_nobodys")).isEqualTo(Next.DONE);
    }

    private InboundEvent event(Optional<String> charge, Verdict verdict) {
        GatewayEvent told = new GatewayEvent("evnt_" + rows.all(Object.class).size(), "charge.complete", false, charge);
        InboundEvent event = new InboundEvent(SomePayment.STORE, told, verdict, KeptBody.of("{}"), false, NOON);
        events.add(event);
        return event;
    }
}
