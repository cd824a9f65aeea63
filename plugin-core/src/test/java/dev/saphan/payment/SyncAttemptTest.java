/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.call.NoCalls;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Gateway;
import dev.saphan.money.Money;
import dev.saphan.payment.SyncAttempt.Told;
import dev.saphan.secret.Secret;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.Retold;
import dev.saphan.testing.RowsInMemory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose charge it is that Omise tells, and when one that was never found is given up. */
class SyncAttemptTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final OmiseAccount OURS = new OneStore().store().account(Mode.TEST);

    private final Payment payment = SomePayment.open(PRICE);
    private final Attempt attempt = payment.begin(SomePayment.METHOD, NOON);
    private final List<String> recorded = new ArrayList<>();
    private final List<Attempt> settled = new ArrayList<>();
    private final List<Object[]> calls = new ArrayList<>();
    private Answer<?> answer = new Answer.Unknown<>("timed out");

    @Test
    void takesOverAChargeThatNamesAnAttemptOfThatAccount() {
        answer = new Answer.Ok<>(named(attempt.id().value()));

        assertThat(at(NOON).adopt(OURS, "chrg_1", "webhook")).isTrue();

        assertThat(recorded).containsExactly("chrg_1 of " + attempt.id() + " by webhook, current false");
        assertThat(attempt.chargeReadAt()).contains(NOON);
    }

    @Test
    void takesNoChargeOverThatWasReadWithAnotherAccountsKeys() {
        answer = new Answer.Ok<>(named(attempt.id().value()));

        for (OmiseAccount other : List.of(
                account(new StoreId("other"), Mode.TEST, "skey_test_1"),
                account(SomePayment.STORE, Mode.LIVE, "skey_1"),
                account(SomePayment.STORE, Mode.TEST, "skey_test_of_another_account"))) {
            assertThat(at(NOON).adopt(other, "chrg_1", "webhook"))
                    .as("it was answered")
                    .isTrue();
        }

        assertThat(recorded).isEmpty();
        assertThat(attempt.chargeReadAt()).isEmpty();
    }

    @Test
    void leavesAChargeThatNamesNobodyOfOurs() {
        for (Charge charge : List.of(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL), named("att_nobodys"))) {
            answer = new Answer.Ok<>(charge);

            assertThat(at(NOON).adopt(OURS, "chrg_1", "webhook")).isTrue();
        }
        assertThat(recorded).isEmpty();
    }

    @Test
    void isAnsweredByAWordOfAbsenceAndByNothingLess() {
        answer = new Answer.NotFound<>("404 not_found");
        assertThat(at(NOON).adopt(OURS, "chrg_1", "webhook")).isTrue();

        for (Answer<?> none : Stream.<Answer<?>>of(
                        new Answer.Unknown<>("timed out"), new Answer.Denied<>("401"), new Answer.NotSent<>("429"))
                .toList()) {
            answer = none;
            assertThat(at(NOON).adopt(OURS, "chrg_1", "webhook")).isFalse();
        }
        assertThat(recorded).isEmpty();
    }

    @Test
    void readsAChargeThatIsKnownWithTheKeysOfItsStore() {
        attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING), NOON);
        answer = new Answer.Ok<>(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL));

        assertThat(at(NOON).sync(attempt.id(), "sweep", PATIENCE)).isTrue();

        assertThat(calls).singleElement().satisfies(call -> assertThat(call).containsExactly(OURS, "chrg_1", PATIENCE));
        assertThat(recorded).containsExactly("chrg_1 of " + attempt.id() + " by sweep, current true");
    }

    @Test
    void saysHowMuchWasTold() {
        attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING), NOON);
        Charge charge = Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING);

        assertThat(at(NOON).follow(attempt.id(), "sweep")).isEqualTo(Told.NOTHING);
        assertThat(at(NOON).sync(attempt.id(), "sweep", PATIENCE)).isFalse();
        answer = new Answer.Ok<>(charge);
        assertThat(at(NOON).follow(attempt.id(), "sweep")).isEqualTo(Told.ALL);
        answer = new Answer.Ok<>(Retold.of(charge).withSome(List.of()).charge());
        assertThat(at(NOON).follow(attempt.id(), "sweep")).isEqualTo(Told.STATUS);
        assertThat(at(NOON).follow(new AttemptId("att_nobodys"), "sweep")).isEqualTo(Told.ALL);
    }

    @Test
    void looksForAChargeWhoseAnswerWasLostALittleBeforeItWasAskedFor() {
        attempt.lost();
        Charge older = named(attempt.id().value());
        answer = new Answer.Ok<>(List.of(older, Charges.charge("chrg_2", PRICE, ChargeStatus.PENDING)));

        assertThat(at(NOON).follow(attempt.id(), "sweep")).isEqualTo(Told.ALL);

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .containsExactly(OURS, attempt.id().value(), NOON.minus(Duration.ofMinutes(5))));
        assertThat(recorded)
                .containsExactly(
                        "chrg_1 of " + attempt.id() + " by sweep, current true",
                        "chrg_2 of " + attempt.id() + " by sweep, current false");
    }

    @Test
    void givesAnAttemptUpOnlyWhenOmiseSurelyHasNoneLongAfter() {
        attempt.lost();
        answer = new Answer.Ok<>(List.<Charge>of());
        Instant enough = NOON.plus(Duration.ofMinutes(3));

        assertThat(at(enough.minusMillis(1)).follow(attempt.id(), "sweep")).isEqualTo(Told.NOTHING);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.UNKNOWN);

        assertThat(at(enough).follow(attempt.id(), "sweep")).isEqualTo(Told.ALL);
        assertThat(attempt.status()).isEqualTo(AttemptStatus.ABSENT);
        assertThat(settled).containsExactly(attempt);
    }

    @Test
    void givesNoAttemptUpWithoutAnAnswer() {
        attempt.lost();

        assertThat(at(NOON.plus(Duration.ofDays(3))).follow(attempt.id(), "sweep"))
                .isEqualTo(Told.NOTHING);

        assertThat(attempt.status()).isEqualTo(AttemptStatus.UNKNOWN);
        assertThat(settled).isEmpty();
    }

    private static Charge named(String attempt) {
        return Retold.of(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING))
                .forAttempt(attempt)
                .charge();
    }

    private static OmiseAccount account(StoreId store, Mode mode, String key) {
        return new OmiseAccount(store, mode, new Secret(key), Optional.empty(), List.of());
    }

    @SuppressWarnings("NullAway")
    private SyncAttempt at(Instant now) {
        RecordCharge recordCharge = new RecordCharge(null, null, null, null, null, null, null, null, null, null) {

            @Override
            void record(Payment payment, Attempt asked, Charge charge, String actor, boolean isCurrent) {
                recorded.add(charge.id() + " of " + asked.id() + " by " + actor + ", current " + isCurrent);
            }

            @Override
            void settle(Payment payment, Attempt attempt) {
                settled.add(attempt);
            }
        };
        Gateway omise = (Gateway) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Gateway.class}, (proxy, method, arguments) -> {
                    calls.add(arguments);
                    assertThat(Arrays.asList("charge", "findCharges")).contains(method.getName());
                    return answer;
                });
        Payments payments = PaymentFakes.payments(new RowsInMemory(), payment);
        return new SyncAttempt(
                payments,
                new RecordReading(payments, recordCharge, new NoTransactions(), Clock.fixed(now, ZoneOffset.UTC)),
                omise,
                NoCalls.log(),
                new OneStore(),
                new NoTransactions(),
                WatchAttemptTest.deployment("PT90S"),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
