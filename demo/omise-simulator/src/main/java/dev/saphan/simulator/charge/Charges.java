/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.event.Event;
import dev.saphan.simulator.event.Events;
import dev.saphan.simulator.event.Webhooks;
import dev.saphan.simulator.ledger.Ledger;
import dev.saphan.simulator.ledger.Shelf;
import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The charges of all accounts. Every change is written together with the event that tells about it; the webhook leaves
 * afterwards. A charge whose time is over expires when it is next looked at, and at the latest with the next tick,
 * or as much later as the simulator is told to be late.
 */
public final class Charges {

    private final Ledger ledger;
    private final Clock clock;
    private final Accounts accounts;
    private final Events events;
    private final Webhooks webhooks;
    private final ChargeJson json;
    private final List<String> expiryEvents;
    private final Duration expiryDelay;
    private final Shelf<Charge> shelf;

    public Charges(
            Ledger ledger,
            Clock clock,
            Accounts accounts,
            Events events,
            Webhooks webhooks,
            Methods methods,
            URI publicUrl,
            List<String> expiryEvents,
            Duration expiryDelay) {
        this.ledger = ledger;
        this.clock = clock;
        this.accounts = accounts;
        this.events = events;
        this.webhooks = webhooks;
        this.json = new ChargeJson(methods, publicUrl);
        this.expiryEvents = List.copyOf(expiryEvents);
        this.expiryDelay = expiryDelay;
        this.shelf = ledger.shelf("charges", Charge.class, Charge::id);
    }

    public Optional<Charge> find(String id) {
        return shelf.find(id).map(this::expireIfDue);
    }

    public Charge get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no charge " + id));
    }

    /** All charges, oldest first. */
    public List<Charge> all() {
        expireDue();
        return shelf.all();
    }

    /** The one of that id, if it is one of the account's. */
    Optional<Charge> find(Account account, String id) {
        return find(id).filter(charge -> charge.account().equals(account.id()));
    }

    public Optional<Charge> ofPayment(String payment) {
        return all().stream().filter(charge -> charge.payment().equals(payment)).findFirst();
    }

    public Charge pay(String id) {
        return change(id, "charge.complete", charge -> charge.pay(clock.instant()));
    }

    /** Although it had expired or failed; Omise documents no such case, and a plugin must bear it. */
    public Charge payLate(String id) {
        return change(id, "charge.complete", charge -> charge.payLate(clock.instant()));
    }

    public Charge fail(String id, String code) {
        return change(id, "charge.complete", charge -> charge.fail(code));
    }

    /** A cancellation by the merchant, or the end of the charge's time. */
    public Charge expire(String id) {
        Charge expired = change(id, expiryEvents.get(0), charge -> charge.expire(clock.instant()));
        expiryEvents.stream().skip(1).forEach(key -> tell(() -> expired, key));
        return expired;
    }

    /** Although it was paid; Omise documents no such case for wallets, and a plugin must bear it. */
    public Charge takeBack(String id, ChargeStatus told) {
        String key = told == ChargeStatus.FAILED ? "charge.complete" : "charge.reverse";
        return change(id, key, charge -> charge.takeBack(told));
    }

    /** The shopper objects at their bank or wallet. */
    public Charge dispute(String id, long amount) {
        return disputed(id, "dispute.create", charge -> charge.dispute(amount, clock.instant()));
    }

    public Charge closeDispute(String id, Dispute.Status decided) {
        return disputed(id, "dispute.close", charge -> charge.closeDispute(decided, clock.instant()));
    }

    /** The refund's status becomes {@code closed}. */
    public void closeRefund(String id, String refundId) {
        quietly(
                id,
                charge -> charge.with(charge.refunds().stream()
                        .map(refund -> refund.id().equals(refundId) ? refund.close() : refund)
                        .toList()));
    }

    /** A refund that comes to nothing disappears, as far as anybody knows. */
    public void dropRefund(String id, String refundId) {
        quietly(
                id,
                charge -> charge.with(charge.refunds().stream()
                        .filter(refund -> !refund.id().equals(refundId))
                        .toList()));
    }

    public void expireDue() {
        shelf.all().forEach(this::expireIfDue);
    }

    public JsonObject json(Charge charge) {
        return json.of(charge, clock.instant());
    }

    JsonObject document(Charge charge, QrDocument qr) {
        return json.document(charge, qr);
    }

    List<Charge> ofAccount(Account account) {
        return all().stream()
                .filter(charge -> charge.account().equals(account.id()))
                .toList();
    }

    Charge update(String id, UnaryOperator<Charge> step) {
        return change(id, "charge.update", step);
    }

    /** What the supplier puts on other shelves is written together with the new charge. */
    Charge add(Supplier<Charge> newCharge) {
        return tell(newCharge, "charge.create");
    }

    Charge add(String id, Refund refund) {
        return ledger.change(() -> {
            Charge charge = shelf.find(id).orElseThrow().add(refund);
            shelf.put(charge);
            tell(charge, "refund.create", RefundJson.of(charge, refund));
            return charge;
        });
    }

    /** Without an event: nobody is told of it now. */
    void keep(Charge charge) {
        shelf.put(charge);
    }

    /** Checks and books belong together when two calls come at once. */
    <T> T together(Supplier<T> work) {
        return ledger.change(work);
    }

    private Charge disputed(String id, String key, UnaryOperator<Charge> step) {
        return ledger.change(() -> {
            Charge charge = step.apply(shelf.find(id).orElseThrow());
            shelf.put(charge);
            tell(charge, key, DisputeJson.of(charge, charge.dispute()).getAsJsonObject());
            return charge;
        });
    }

    private Charge change(String id, String key, UnaryOperator<Charge> step) {
        return tell(() -> step.apply(shelf.find(id).orElseThrow()), key);
    }

    private Charge tell(Supplier<Charge> work, String key) {
        return ledger.change(() -> {
            Charge charge = work.get();
            shelf.put(charge);
            tell(charge, key, json(charge));
            return charge;
        });
    }

    private void tell(Charge charge, String key, JsonObject data) {
        Event event = events.record(
                accounts.get(charge.account()),
                key,
                charge.id(),
                data,
                charge.terms().webhookEndpoints());
        ledger.afterwards(() -> webhooks.send(event));
    }

    private void quietly(String id, UnaryOperator<Charge> step) {
        ledger.change(() -> {
            Charge changed = step.apply(shelf.find(id).orElseThrow());
            shelf.put(changed);
            return changed;
        });
    }

    private Charge expireIfDue(Charge charge) {
        Instant over = clock.instant().minus(expiryDelay);
        if (!charge.isDue(over)) {
            return charge;
        }
        return ledger.change(() -> {
            Charge present = shelf.find(charge.id()).orElse(charge);
            return present.isDue(over) ? expire(present.id()) : present;
        });
    }
}
