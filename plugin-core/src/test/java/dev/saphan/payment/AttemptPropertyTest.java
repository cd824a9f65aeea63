/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.payment.AttemptStatus.EXPIRED;
import static dev.saphan.payment.AttemptStatus.FAILED;
import static dev.saphan.payment.AttemptStatus.REVERSED;
import static dev.saphan.payment.AttemptStatus.SUCCESSFUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.money.Money;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One attempt hears Omise's words in any order, late ones and doubled ones among them. */
class AttemptPropertyTest {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");

    @Provide
    Arbitrary<List<Charge>> words() {
        return Combinators.combine(
                        Arbitraries.of(ChargeStatus.class),
                        Arbitraries.of(Optional.<String>empty(), Optional.of("payment_expired"), Optional.of("new")))
                .as((status, failure) -> Charges.charge("chrg_1", PRICE, status, failure))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void takesNoStepThatTheTableDoesNotAllow(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        for (Charge word : words) {
            AttemptStatus before = attempt.status();
            boolean changed = attempt.follow(word, SomePayment.NOON);

            assertThat(changed).isEqualTo(attempt.status() != before);
            if (changed) {
                assertThat(before.mayBecome(attempt.status())).isTrue();
            }
        }
    }

    @Property
    void leavesAnEndOnlyForMoneyThatCameOrWentBack(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        for (Charge word : words) {
            AttemptStatus before = attempt.status();
            attempt.follow(word, SomePayment.NOON);

            switch (before) {
                case REVERSED -> assertThat(attempt.status()).isEqualTo(REVERSED);
                case SUCCESSFUL -> assertThat(attempt.status()).isIn(SUCCESSFUL, REVERSED);
                case FAILED -> assertThat(attempt.status()).isIn(FAILED, SUCCESSFUL);
                case EXPIRED -> assertThat(attempt.status()).isIn(EXPIRED, SUCCESSFUL);
                default -> {}
            }
        }
    }

    @Property
    void isWhereTheLastWordOfAnEndLeftItWhenNoneWasOvertaken(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        for (Charge word : words) {
            AttemptStatus before = attempt.status();
            attempt.follow(word, true, SomePayment.NOON);

            if (before == SUCCESSFUL && word.status() == ChargeStatus.FAILED) {
                assertThat(attempt.status()).isIn(FAILED, EXPIRED);
            }
            if (before == SUCCESSFUL && word.status() == ChargeStatus.EXPIRED) {
                assertThat(attempt.status()).isEqualTo(EXPIRED);
            }
            if (word.status() == ChargeStatus.SUCCESSFUL) {
                assertThat(attempt.status()).isEqualTo(SUCCESSFUL);
            }
        }
    }

    @Property
    void isTheSameWhenEveryWordComesTwice(@ForAll("words") List<Charge> words) {
        Attempt once = attempt();
        Attempt twice = attempt();
        for (Charge word : words) {
            once.follow(word, SomePayment.NOON);
            twice.follow(word, SomePayment.NOON);

            assertThat(twice.follow(word, SomePayment.NOON)).isFalse();
            assertThat(twice.status()).isEqualTo(once.status());
            assertThat(twice.failureCode()).isEqualTo(once.failureCode());
        }
    }

    @Property
    void neverOverlooksMoney(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        words.forEach(word -> attempt.follow(word, SomePayment.NOON));
        boolean paid = words.stream()
                .map(Charge::status)
                .takeWhile(status -> status != ChargeStatus.REVERSED)
                .anyMatch(status -> status == ChargeStatus.SUCCESSFUL);

        assertThat(paid && !List.of(SUCCESSFUL, REVERSED).contains(attempt.status()))
                .isFalse();
    }

    @Property
    void letsMoneyGoBackWhateverOldWordComesAfterTheSuccess(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL), SomePayment.NOON);
        words.stream()
                .filter(word -> word.status() != ChargeStatus.UNRECOGNISED)
                .forEach(word -> attempt.follow(word, SomePayment.NOON));

        assertThat(attempt.allowsRefund()).isEqualTo(attempt.status() == SUCCESSFUL);
    }

    @Property
    void hasAReasonExactlyWhenItFailed(@ForAll("words") List<Charge> words) {
        Attempt attempt = attempt();
        words.forEach(word -> attempt.follow(word, SomePayment.NOON));

        assertThat(attempt.failureCode().isPresent())
                .isEqualTo(List.of(FAILED, EXPIRED).contains(attempt.status()));
    }

    private static Attempt attempt() {
        return SomePayment.open(PRICE).begin(SomePayment.METHOD, SomePayment.NOON);
    }
}
