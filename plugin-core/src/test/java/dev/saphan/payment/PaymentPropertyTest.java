/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.history.History;
import dev.saphan.job.Jobs;
import dev.saphan.money.Money;
import dev.saphan.secret.Keyset;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.NoDatabase;
import dev.saphan.testing.OneStore;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** One payment with several attempts: shoppers try again, somebody gives up, and Omise's words come in any order. */
class PaymentPropertyTest {

    /**
     * A word of Omise's about the attempt with that number; without one, somebody tries again or gives up.
     *
     * @param current whether the word was surely not overtaken by a newer one
     */
    record Happening(Optional<ChargeStatus> word, int which, boolean givesUp, boolean current) {}

    private static final Money PRICE = Money.ofMinor(1_500, "KWD");
    private static final Clock CLOCK = Clock.fixed(SomePayment.NOON, ZoneOffset.UTC);

    private final List<String> told = new ArrayList<>();
    private final Set<AttemptId> succeeded = new HashSet<>();
    private final History history = new History(NoDatabase.forgetful(), CLOCK);
    private final RaiseAttention attention = new RaiseAttention(new KeptMessages(told), history, deaf(), deaf(), CLOCK);
    private final RecordCharge recordCharge = new RecordCharge(
            new OneStore(),
            new OnlyPayment(),
            new KeptMessages(told),
            history,
            deaf(),
            deaf(),
            attention,
            new MoneyAtStake(attention, history),
            idle(),
            CLOCK);

    @BeforeTry
    void forget() {
        told.clear();
        succeeded.clear();
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.of(ChargeStatus.class).optional(0.7),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3).map(one -> one == 0),
                        Arbitraries.of(true, false))
                .as(Happening::new)
                .list()
                .ofMaxSize(25);
    }

    @Property
    void isPaidOnceAndForEver(@ForAll("happenings") List<Happening> happenings) {
        Payment payment = SomePayment.open(PRICE);
        Optional<AttemptId> paidBy = Optional.empty();
        for (Happening happening : happenings) {
            happen(payment, happening);
            if (paidBy.isEmpty()) {
                paidBy = payment.paidAttempt().map(Attempt::id);
            }

            assertThat(payment.paidAttempt().map(Attempt::id)).isEqualTo(paidBy);
            assertThat(payment.status() == PaymentStatus.PAID).isEqualTo(paidBy.isPresent());
            assertThat(told.stream().filter(OrderMessage.PAID::equals)).hasSize(paidBy.isPresent() ? 1 : 0);
        }
    }

    @Property
    void overlooksNoMoney(@ForAll("happenings") List<Happening> happenings) {
        Payment payment = SomePayment.open(PRICE);
        happenings.forEach(happening -> happen(payment, happening));

        assertThat(payment.status() == PaymentStatus.PAID).isEqualTo(!succeeded.isEmpty());
        assertThat(payment.attention().contains(Attention.DUPLICATE_PAYMENT)).isEqualTo(succeeded.size() > 1);
    }

    @Property
    void isRaisedAsReversedExactlyWhileWhatPaidItIsTakenBack(@ForAll("happenings") List<Happening> happenings) {
        Payment payment = SomePayment.open(PRICE);
        for (Happening happening : happenings) {
            happen(payment, happening);

            boolean takenBack = payment.paidAttempt()
                    .filter(paid -> paid.status() != AttemptStatus.SUCCESSFUL)
                    .isPresent();
            assertThat(payment.attention().contains(Attention.PAYMENT_REVERSED)).isEqualTo(takenBack);
        }
    }

    @Property
    void hasOneAttemptAtMostThatCanTurnIntoMoney(@ForAll("happenings") List<Happening> happenings) {
        Payment payment = SomePayment.open(PRICE);
        for (Happening happening : happenings) {
            happen(payment, happening);

            assertThat(payment.attempts().stream()
                            .filter(attempt -> attempt.status().isLive())
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    private void happen(Payment payment, Happening happening) {
        boolean isFree =
                payment.status() == PaymentStatus.OPEN && payment.liveAttempt().isEmpty();
        if (happening.word().isPresent() && !payment.attempts().isEmpty()) {
            int which = happening.which() % payment.attempts().size();
            hear(payment, payment.attempts().get(which), happening.word().get(), happening.current());
        } else if (isFree && happening.givesUp()) {
            recordCharge.close(payment, ClosedReason.CANCELLED, "storefront");
        } else if (isFree) {
            payment.begin(SomePayment.METHOD, SomePayment.NOON);
        }
    }

    private void hear(Payment payment, Attempt attempt, ChargeStatus word, boolean current) {
        recordCharge.record(payment, attempt, Charges.charge("chrg_" + attempt.number(), PRICE, word), "test", current);
        if (attempt.status() == AttemptStatus.SUCCESSFUL) {
            succeeded.add(attempt.id());
        }
    }

    private static Jobs idle() {
        return (Jobs) Proxy.newProxyInstance(
                PaymentPropertyTest.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, args) -> null);
    }

    @SuppressWarnings("unchecked")
    private static <T> Event<T> deaf() {
        return (Event<T>) Proxy.newProxyInstance(
                PaymentPropertyTest.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, args) -> null);
    }

    private static final class OnlyPayment extends Payments {

        OnlyPayment() {
            super(NoDatabase.entities(), Keyset.parse(Keyset.generate()));
        }

        @Override
        boolean hasAnotherActive(Payment payment) {
            return false;
        }
    }
}
