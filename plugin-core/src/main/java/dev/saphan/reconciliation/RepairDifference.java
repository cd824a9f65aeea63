/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.Attempts;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.FollowRefund;
import dev.saphan.refund.Refund;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Stores;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mends one difference by the ways that exist, never by writing into the books itself.
 *
 * <ol>
 *   <li>Has the charge read and taken over: an attempt's by {@link SyncAttempt#sync}, one that names our attempt and is
 *       unknown to it by {@link SyncAttempt#adopt}, also beside another one, a refund whose answer was lost by {@link FollowRefund}. All of
 *       these may be done twice, and by two at once.
 *   <li>Reads the charge once more and compares.
 *   <li>Writes down what came of it, once: whoever comes second finds nothing left to do.
 * </ol>
 */
@Wired
public class RepairDifference {

    /** What the gateway has and nobody here follows. */
    private static final Set<Finding> UNFOLLOWED =
            Set.of(Finding.CHARGE_UNKNOWN, Finding.CHARGE_DOUBLED, Finding.REFUND_UNKNOWN);

    private final ReconciledItems items;
    private final Attempts attempts;
    private final Refunds refunds;
    private final SyncAttempt syncAttempt;
    private final FollowRefund followRefund;
    private final LookAtCharge lookAtCharge;
    private final Stores stores;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RepairDifference(
            ReconciledItems items,
            Attempts attempts,
            Refunds refunds,
            SyncAttempt syncAttempt,
            FollowRefund followRefund,
            LookAtCharge lookAtCharge,
            Stores stores,
            Transactions transactions,
            Clock clock) {
        this.items = items;
        this.attempts = attempts;
        this.refunds = refunds;
        this.syncAttempt = syncAttempt;
        this.followRefund = followRefund;
        this.lookAtCharge = lookAtCharge;
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it; empty if there was nothing left to mend. */
    public Optional<Outcome> repair(String id, String by) {
        Optional<ReconciledItem> open = transactions.call(() ->
                items.find(id).filter(item -> item.isOpen() && item.finding().isRepairable()));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        OmiseAccount account = stores.account(open.get().accountKey()).orElseThrow();
        boolean answered = act(open.get(), account, by);
        Answer<Optional<Charge>> seen = look(open.get(), account);
        return transactions.callAgainOnConflict(() -> record(items.lock(id), answered, seen, by));
    }

    private boolean act(ReconciledItem item, OmiseAccount account, String by) {
        if (item.finding() == Finding.REFUND_MISSING
                && item.belonging().refund().isPresent()) {
            return followRefund.follow(item.belonging().refund().get(), by)
                    && syncAttempt.sync(item.belonging().attempt().orElseThrow(), by);
        }
        return UNFOLLOWED.contains(item.finding())
                ? syncAttempt.adopt(account, item.belonging().chargeId().orElseThrow(), by)
                : syncAttempt.sync(item.belonging().attempt().orElseThrow(), by);
    }

    /** Ok and empty also where there is no charge to look at. */
    private Answer<Optional<Charge>> look(ReconciledItem item, OmiseAccount account) {
        Optional<String> charge = item.belonging()
                .chargeId()
                .or(() -> transactions.call(() -> attempt(item).flatMap(Attempt::chargeId)));
        return charge.map(id -> lookAtCharge.look(account, id)).orElse(new Answer.Ok<>(Optional.empty()));
    }

    /** @param answered whether the gateway's word was taken over; a charge that it does not have brings none */
    private Optional<Outcome> record(ReconciledItem item, boolean answered, Answer<Optional<Charge>> seen, String by) {
        if (!item.isOpen()) {
            return Optional.empty();
        }
        Outcome outcome = Outcome.NO_ANSWER;
        if (seen instanceof Answer.Ok<Optional<Charge>> ok && tellsEnough(item, ok.value())) {
            compare(item, ok.value());
            outcome = switch (item.finding()) {
                case AGREED, ELSEWHERE -> Outcome.REPAIRED;
                case IN_MOTION -> Outcome.IN_MOTION;
                default -> answered || ok.value().isEmpty() ? Outcome.NEEDS_PERSON : Outcome.NO_ANSWER;
            };
        }
        item.handled(outcome, by, clock.instant());
        return Optional.of(outcome);
    }

    /** That a refund is gone, only a charge can say that tells all of them. */
    private static boolean tellsEnough(ReconciledItem item, Optional<Charge> charge) {
        return item.kind() == ReconciledItem.Kind.CHARGE
                || charge.filter(known -> !known.tellsAllRefunds()).isEmpty();
    }

    private void compare(ReconciledItem item, Optional<Charge> charge) {
        if (item.kind() == ReconciledItem.Kind.CHARGE) {
            item.take(new ChargeSides(charge, attempt(item)), clock.instant());
            return;
        }
        List<GatewayRefund> told = charge.map(Charge::refunds).orElse(List.of());
        Optional<Refund> known = item.belonging().refund().flatMap(refunds::find);
        Optional<GatewayRefund> theirs = told.stream()
                .filter(one -> one.id().equals(item.subject())
                        || known.flatMap(ours -> RefundSides.match(List.of(ours), one))
                                .isPresent())
                .findFirst();
        Optional<Refund> ours = known.or(() -> theirs.flatMap(one ->
                refunds
                        .named(
                                item.accountKey(),
                                List.of(one.id()),
                                one.refund().map(List::of).orElse(List.of()))
                        .stream()
                        .findFirst()));
        if (theirs.isEmpty() && ours.isEmpty()) {
            item.vanished();
        } else {
            item.take(
                    new RefundSides(item.belonging().chargeId().orElse(""), theirs, ours, attempt(item)),
                    clock.instant());
        }
    }

    /** The one whose charge it is, which may have come only now; else the one that the charge names. */
    private Optional<Attempt> attempt(ReconciledItem item) {
        return item.belonging().chargeId().stream()
                .flatMap(charge -> attempts.ofCharges(List.of(charge)).stream())
                .filter(attempt -> attempt.account().equals(item.accountKey()))
                .findFirst()
                .or(() -> item.belonging()
                        .attempt()
                        .flatMap(id -> attempts.all(List.of(id)).stream().findFirst()));
    }
}
