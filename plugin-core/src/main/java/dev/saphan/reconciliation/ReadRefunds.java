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
import java.util.HashMap;
import java.util.HashSet;
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
    private final EnterItems enterItems;
    private final Transactions transactions;

    @Inject
    ReadRefunds(Gateway gateway, Attempts attempts, Refunds refunds, EnterItems enterItems, Transactions transactions) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.refunds = refunds;
        this.enterItems = enterItems;
        this.transactions = transactions;
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
        Set<String> unread = new HashSet<>();
        for (String charge : transactions.call(() -> unknown(ok.value().entries()))) {
            Answer<Charge> read = gateway.charge(running.account(), charge);
            if (read instanceof Answer.Ok<Charge> known) {
                known.value().attempt().map(AttemptId::new).ifPresent(attempt -> named.put(charge, attempt));
            } else if (LookAtCharge.isUnreadable(read)) {
                unread.add(charge);
            } else if (!(read instanceof Answer.NotFound<Charge>)) {
                return Trouble.of(read);
            }
        }
        Listed<AccountRefund> page = readable(ok.value(), unread);
        enterItems.enter(
                running,
                run -> compare(run.account(), page.entries(), named),
                (run, now) -> run.listed(page, PAGE, now));
        return Optional.empty();
    }

    /** Whose a refund is, its charge tells. */
    private static Listed<AccountRefund> readable(Listed<AccountRefund> page, Set<String> unread) {
        List<AccountRefund> readable = page.entries().stream()
                .filter(one -> !unread.contains(one.chargeId()))
                .toList();
        return new Listed<>(readable, page.total(), page.size() - readable.size());
    }

    private Set<String> unknown(List<AccountRefund> page) {
        Set<String> charges = page.stream().map(AccountRefund::chargeId).collect(Collectors.toSet());
        attempts.ofCharges(charges).forEach(attempt -> attempt.chargeId().ifPresent(charges::remove));
        return charges;
    }

    private List<RefundSides> compare(AccountKey account, List<AccountRefund> told, Map<String, AttemptId> named) {
        Map<String, Attempt> owners = owners(account, told, named);
        List<Refund> ours = ours(account, told);
        return told.stream()
                .map(one -> new RefundSides(
                        one.chargeId(),
                        Optional.of(one.refund()),
                        RefundSides.match(ours, one.refund()),
                        Optional.ofNullable(owners.get(one.chargeId()))))
                .toList();
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
