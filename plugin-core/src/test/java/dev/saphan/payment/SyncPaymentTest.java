/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.money.Money;
import dev.saphan.payment.SyncAttempt.Told;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyncPaymentTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Checkout checkout = Checkout.of(plugin, Order.in(plugin).by("qr_wallet"));

    @Test
    void takesOverWhatOmiseSays() {
        checkout.paidAtOmise();

        assertThat(checkout.isRead()).isTrue();

        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(checkout.attempt(1).chargeReadAt()).contains(plugin.now());
        assertThat(plugin.story()).contains("test attempt.successful: qr_wallet " + checkout.charge(1));
    }

    @Test
    void tellsWhetherOmiseAnswered() {
        plugin.omise().beSilent("read", true);
        assertThat(checkout.isRead()).isFalse();
        assertThat(plugin.get(SyncAttempt.class).sync(checkout.attempt(1).id(), "test"))
                .isFalse();

        plugin.omise().beSilent("read", false);
        assertThat(checkout.isRead()).isTrue();
    }

    @Test
    void letsWhoWaitsForThePaymentSeeThatACodeIsThere() {
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        Checkout lost = Checkout.of(plugin, checkout.order().called("O-2").withNewKey());
        long version = lost.payment().version();
        plugin.forward(Duration.ofSeconds(1));

        assertThat(lost.isRead()).isTrue();

        assertThat(lost.attempt(1).status()).isEqualTo(AttemptStatus.PENDING);
        assertThat(lost.payment().version()).isGreaterThan(version);
    }

    @Test
    void hasNotReadAllWhileOneIsNotAnswered() {
        plugin.get(StartAttempt.class).start(checkout.id(), AttemptRequest.with(SomeMethods.PAGE), "shopper");
        Attempt first = checkout.attempt(1);
        first.follow(
                Charges.charge(checkout.charge(1), checkout.payment().amount(), ChargeStatus.SUCCESSFUL), plugin.now());
        plugin.omise().garble(checkout.charge(1));

        assertThat(checkout.isRead()).isFalse();
    }

    @Test
    void writesDownWhatHangsOnAReadingWithTheLastOneOnly() {
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        plugin.meanwhile(what -> {
            if (what.equals("ask to read")) {
                assertThat(heard).as("heard before the last answer").hasValue(0);
                if (reads.incrementAndGet() == 1) {
                    somethingIsLearnt();
                }
            }
        });

        assertThat(sync(heard)).isTrue();

        assertThat(reads).hasValue(2);
        assertThat(heard).hasValue(1);
    }

    @Test
    void writesItDownInTheEndThoughSomethingIsLearntEachTime() {
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        plugin.meanwhile(what -> {
            if (what.equals("ask to read")) {
                reads.incrementAndGet();
                somethingIsLearnt();
            }
        });

        assertThat(sync(heard)).isTrue();

        assertThat(reads).hasValue(3);
        assertThat(heard).hasValue(1);
    }

    @Test
    void writesNothingDownWhileOmiseDoesNotAnswer() {
        AtomicInteger heard = new AtomicInteger();
        plugin.omise().beSilent("read", true);

        assertThat(sync(heard)).isFalse();

        assertThat(heard).hasValue(0);
    }

    private boolean sync(AtomicInteger heard) {
        SyncAttempt syncAttempt = plugin.get(SyncAttempt.class);
        KnownAttempt known = plugin.transactions().call(() -> syncAttempt.known(checkout.attempt(1)));
        return syncAttempt.sync(known, "webhook", heard::incrementAndGet);
    }

    private void somethingIsLearnt() {
        plugin.forward(Duration.ofSeconds(1));
        plugin.transactions().run(() -> checkout.payment().touched(plugin.now()));
    }

    @Test
    void asksNothingAboutWhatIsOver() {
        plugin.get(CancelPayment.class).cancel(checkout.id(), ClosedReason.CANCELLED, "shopper");
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        assertThat(checkout.isRead()).isTrue();
        assertThat(plugin.get(SyncPayment.class).sync(new PaymentId("pay_nobodys"), "test", Duration.ofSeconds(5)))
                .isTrue();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatMayStillChange(AttemptStatus status) {
        boolean over = List.of(
                        AttemptStatus.FAILED, AttemptStatus.EXPIRED, AttemptStatus.REVERSED, AttemptStatus.ABSENT)
                .contains(status);

        assertThat(SyncPayment.reads(in(status))).isEqualTo(!over);
    }

    @Test
    void readsOnceMoreWhenSomethingWasWrittenMeanwhile() {
        plugin.meanwhile(what -> {
            if (what.equals("hear of read")) {
                plugin.meanwhile(ignored -> {});
                somebodyElseWrites();
            }
        });

        Told told = plugin.get(SyncAttempt.class).follow(checkout.attempt(1).id(), "test");

        assertThat(told).isEqualTo(Told.ALL);
        assertThat(plugin.fired(ChargeRecorded.class))
                .extracting(ChargeRecorded::isCurrent)
                .as("the answer to the call, and two readings")
                .containsExactly(false, false, true);
    }

    @Test
    void readsNoMoreThanThreeTimes() {
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(what -> {
            asked.add(what);
            somebodyElseWrites();
        });

        assertThat(plugin.get(SyncAttempt.class).sync(checkout.attempt(1).id(), "test"))
                .isTrue();
        assertThat(asked.stream().filter("ask to read"::equals)).hasSize(3);
    }

    private void somebodyElseWrites() {
        plugin.forward(Duration.ofMillis(1));
        plugin.transactions().run(() -> checkout.payment().touched(plugin.now()));
    }

    private static Attempt in(AttemptStatus status) {
        Payment payment = SomePayment.open(Money.ofMinor(150_000, "THB"));
        Attempt attempt = payment.begin(SomePayment.METHOD, SomePayment.NOON);
        switch (status) {
            case CREATING -> {}
            case UNKNOWN -> attempt.lost();
            case ABSENT -> attempt.neverArrived(SomePayment.NOON);
            default ->
                attempt.follow(
                        Charges.charge("chrg_1", payment.amount(), ChargeStatus.valueOf(status.name())),
                        SomePayment.NOON);
        }
        assertThat(attempt.status()).isEqualTo(status);
        return attempt;
    }
}
