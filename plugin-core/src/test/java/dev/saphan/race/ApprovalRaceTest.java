/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.problem.ErrorCode;
import dev.saphan.refund.ApprovalId;
import dev.saphan.refund.DecideRefund;
import dev.saphan.testing.Node;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A refund that waits for a second person, decided about by several at once. */
class ApprovalRaceTest {

    private static final Money MOST = Money.ofMinor(100_000, "THB");
    private static final Money SOME = Money.ofMinor(40_000, "THB");
    private static final Money REST = Money.ofMinor(50_000, "THB");

    @Test
    void isMadeOnceWhenTwoApprove() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            ApprovalId approval = round.ask(payment, MOST);
            AtomicInteger decisions = new AtomicInteger();
            approve(round, approval, "boris", decisions);
            approve(round, approval, "carla", decisions);
            round.sync(payment);
            round.atTheEnd(() -> {
                assertThat(decisions).hasValue(1);
                round.books().mustHaveRefunded(MOST);
            });
        });
    }

    @Test
    void isEitherApprovedOrDeclined() {
        Races.run(round -> {
            PaymentId payment = round.paid();
            ApprovalId approval = round.ask(payment, MOST);
            AtomicInteger approved = new AtomicInteger();
            AtomicInteger declined = new AtomicInteger();
            approve(round, approval, "boris", approved);
            decline(round, approval, declined);
            round.atTheEnd(() -> {
                assertThat(approved.get() + declined.get()).isEqualTo(1);
                round.books().mustHaveRefunded(approved.get() == 1 ? MOST : Money.zero(MOST.currency()));
            });
        });
    }

    @Test
    void keepsItsAmountFromOthersWhileItWaits() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    ApprovalId approval = round.ask(payment, MOST);
                    approve(round, approval, "boris", new AtomicInteger());
                    round.refund(payment, "all", Round.PRICE, Round.PRICE);
                    round.refund(payment, "rest", REST, REST);
                    round.atTheEnd(() -> round.books().mustHaveRefunded(Round.PRICE));
                },
                ErrorCode.REMAINING_CHANGED);
    }

    @Test
    void givesItsAmountBackOnceItIsDeclined() {
        Races.run(
                round -> {
                    PaymentId payment = round.paid();
                    ApprovalId approval = round.ask(payment, MOST);
                    AtomicInteger approved = new AtomicInteger();
                    approve(round, approval, "boris", approved);
                    decline(round, approval, new AtomicInteger());
                    round.refund(payment, "all", Round.PRICE, Round.PRICE);
                    round.atTheEnd(() -> assertThat(round.books().payments())
                            .extracting(Payment::refunded)
                            .containsAnyOf(approved.get() == 1 ? MOST : Money.zero(MOST.currency()), Round.PRICE));
                },
                ErrorCode.REMAINING_CHANGED);
    }

    /** Of two orders, so that only the person is what both have in common. */
    @Test
    void takesTheLastOfABudgetOnce() {
        Arena arena = Arena.all().get(0);
        for (long seed = 1; seed <= Races.SCHEDULES; seed++) {
            Round round = new Round(arena, seed);
            String person = arena.refunder();
            AtomicInteger made = new AtomicInteger();
            for (PaymentId payment : List.of(round.paid(), round.anotherPaid())) {
                round.add("refund", node -> {
                    if (round.isWithinBudget(node, payment, SOME, person)) {
                        made.incrementAndGet();
                    }
                });
            }
            round.schedule().run();
            assertThat(round.schedule().actors()).extracting(Actor::failure).containsOnlyNulls();
            assertThat(made).as("refunds made, seed " + seed).hasValue(1);
        }
    }

    private static void approve(Round round, ApprovalId approval, String by, AtomicInteger decisions) {
        decide(
                round,
                "approval of " + by,
                decisions,
                node -> node.get(DecideRefund.class).approve(approval, by));
    }

    private static void decline(Round round, ApprovalId approval, AtomicInteger decisions) {
        decide(
                round,
                "decline",
                decisions,
                node -> node.get(DecideRefund.class).decline(approval, "carla", "Not our fault"));
    }

    private static void decide(Round round, String name, AtomicInteger decisions, Consumer<Node> decision) {
        round.add(name, node -> {
            if (Shop.isDecided(() -> decision.accept(node))) {
                decisions.incrementAndGet();
            }
        });
    }
}
