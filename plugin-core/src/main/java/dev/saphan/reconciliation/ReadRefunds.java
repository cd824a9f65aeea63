/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Listed;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attempts;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.Refund;
import dev.saphan.refund.Refunds;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a page of the gateway's refunds and finds ours to each: by its id, or by ours in its metadata. One of a charge
 * that we do not know is ours all the same when the charge's metadata names an attempt of ours; to know that, the
 * charge is read.
 */
@Wired
class ReadRefunds implements Step {

    private static final int PAGE = 100;

    private final Gateway gateway;
    private final Attempts attempts;
    private final Refunds refunds;
    private final Reconciliations reconciliations;
    private final EnterItems enterItems;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReadRefunds(
            Gateway gateway,
            Attempts attempts,
            Refunds refunds,
            Reconciliations reconciliations,
            EnterItems enterItems,
            Transactions transactions,
            Clock clock) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.refunds = refunds;
        this.reconciliations = reconciliations;
        this.enterItems = enterItems;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.REFUNDS;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        Answer<Listed<AccountRefund>> answer = gateway.refunds(
                running.account(), running.period().from(), running.readUntil(), PAGE, running.offset());
        if (!(answer instanceof Answer.Ok<Listed<AccountRefund>> ok)) {
            return Trouble.of(answer);
        }
        Map<String, AttemptId> named = new HashMap<>();
        for (String charge : transactions.call(() -> unknown(ok.value().entries()))) {
            Answer<Charge> read = gateway.charge(running.account(), charge);
            if (read instanceof Answer.Ok<Charge> known) {
                known.value().attempt().map(AttemptId::new).ifPresent(attempt -> named.put(charge, attempt));
            } else if (!(read instanceof Answer.Denied<Charge> denied && denied.noSuchObject())) {
                return Trouble.of(read);
            }
        }
        transactions.run(() -> reconciliations
                .lock(running.id())
                .filter(running::isStill)
                .ifPresent(run -> record(run, ok.value(), named)));
        return Optional.empty();
    }

    private Set<String> unknown(List<AccountRefund> page) {
        Set<String> charges = page.stream().map(AccountRefund::chargeId).collect(Collectors.toSet());
        attempts.ofCharges(charges).forEach(attempt -> attempt.chargeId().ifPresent(charges::remove));
        return charges;
    }

    private void record(Reconciliation run, Listed<AccountRefund> page, Map<String, AttemptId> named) {
        List<AccountRefund> told = page.entries();
        Map<String, Attempt> owners = owners(run.account(), told, named);
        List<Refund> ours = ours(run.account(), told);
        enterItems.enter(told.stream()
                .filter(one -> run.period().contains(one.refund().createdAt()))
                .map(one -> new ReconciledItem(
                        run,
                        new RefundSides(
                                one.chargeId(),
                                Optional.of(one.refund()),
                                RefundSides.match(ours, one.refund()),
                                Optional.ofNullable(owners.get(one.chargeId()))),
                        clock.instant()))
                .toList());
        run.listed(told.size(), page.total());
        if (told.size() < PAGE) {
            run.stageDone(clock.instant());
        }
    }

    private Map<String, Attempt> owners(AccountKey account, List<AccountRefund> page, Map<String, AttemptId> named) {
        Map<String, Attempt> owners = new HashMap<>();
        attempts.all(named.values())
                .forEach(attempt -> named.forEach((charge, id) -> {
                    if (id.equals(attempt.id())) {
                        owners.put(charge, attempt);
                    }
                }));
        attempts.ofCharges(page.stream().map(AccountRefund::chargeId).collect(Collectors.toSet()))
                .forEach(attempt -> owners.merge(
                        attempt.chargeId().orElseThrow(),
                        attempt,
                        (one, other) -> one.account().equals(account) ? one : other));
        return owners;
    }

    private List<Refund> ours(AccountKey account, List<AccountRefund> page) {
        return refunds.named(
                account,
                page.stream().map(one -> one.refund().id()).toList(),
                page.stream().flatMap(one -> one.refund().refund().stream()).toList());
    }
}
