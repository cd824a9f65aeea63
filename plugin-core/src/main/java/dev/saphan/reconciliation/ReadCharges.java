/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Listed;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Attempts;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a page of the gateway's charges and finds ours to each: by its id, or by ours in its metadata. The list is one
 * of charges made in a time, and begins before the period, because a charge counts on the day on which it was paid.
 */
@Wired
class ReadCharges implements Step {

    static final int PAGE = 100;

    private final Gateway gateway;
    private final Attempts attempts;
    private final EnterItems enterItems;

    @Inject
    ReadCharges(Gateway gateway, Attempts attempts, EnterItems enterItems) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.enterItems = enterItems;
    }

    @Override
    public Stage stage() {
        return Stage.CHARGES;
    }

    @Override
    public Optional<Trouble> take(Running running) {
        Answer<Listed<Charge>> answer = gateway.charges(
                running.account(), running.period().lookBack(), running.readUntil(), PAGE, running.offset());
        if (answer instanceof Answer.Ok<Listed<Charge>> ok) {
            enterItems.enter(
                    running,
                    run -> compare(run.account(), ok.value().entries()),
                    (run, now) -> run.listed(ok.value(), PAGE, now));
        }
        return Trouble.of(answer);
    }

    private List<ChargeSides> compare(AccountKey account, List<Charge> charges) {
        Map<String, Attempt> byCharge = byCharge(account, charges);
        Map<String, Attempt> byMetadata = byMetadata(charges);
        return charges.stream()
                .map(charge -> new ChargeSides(
                        Optional.of(charge),
                        Optional.ofNullable(byCharge.get(charge.id()))
                                .or(() -> charge.attempt().map(byMetadata::get))))
                .toList();
    }

    /** Where two stores share the account, the one that is compared goes first. */
    private Map<String, Attempt> byCharge(AccountKey account, List<Charge> charges) {
        return attempts.ofCharges(charges.stream().map(Charge::id).toList()).stream()
                .collect(Collectors.toMap(
                        attempt -> attempt.chargeId().orElseThrow(),
                        Function.identity(),
                        (one, other) -> one.account().equals(account) ? one : other));
    }

    private Map<String, Attempt> byMetadata(List<Charge> charges) {
        return attempts
                .all(charges.stream()
                        .flatMap(charge -> charge.attempt().stream())
                        .map(AttemptId::new)
                        .toList())
                .stream()
                .collect(Collectors.toMap(attempt -> attempt.id().value(), Function.identity()));
    }
}
