/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The charges and refunds that {@link InMemoryOmise} has. One at a time: everything is guarded by the object. */
public final class OmiseBooks {

    private static final Duration CHARGE_LIFE = Duration.ofHours(12);

    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Set<String> paidLate = new HashSet<>();
    private final List<PastEvent> events = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();
    private boolean refundsTakeTime;

    public synchronized void clear() {
        charges.clear();
        orders.clear();
        paidLate.clear();
        wrongs.clear();
        events.clear();
        refundsTakeTime = false;
    }

    /** From now on a refund is pending until {@link #settleRefunds}. */
    public synchronized void letRefundsTakeTime() {
        refundsTakeTime = true;
    }

    synchronized Charge open(Mode mode, ChargeRequest request, Instant now) {
        charges.values().forEach(other -> mustBeOver(other, request));
        String id = "chrg_test_" + UUID.randomUUID().toString().replace("-", "");
        orders.put(id, request.orderReference());
        happened("charge.create", id, now);
        return put(new Charge(
                id,
                mode,
                request.amount(),
                ChargeStatus.PENDING,
                request.sourceType(),
                Optional.of(request.attempt()),
                Optional.empty(),
                Optional.of(URI.create("https://pay.omise.co/" + id)),
                Optional.empty(),
                Optional.of(now),
                Optional.of(now.plus(CHARGE_LIFE)),
                Optional.empty(),
                Optional.of(Money.zero(request.amount().currency())),
                Optional.of(free(request.amount())),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true));
    }

    private static ChargeFees free(Money amount) {
        return new ChargeFees(Money.zero(amount.currency()), Money.zero(amount.currency()), amount);
    }

    /** One order has one charge that can be paid, and none once it is paid. */
    private void mustBeOver(Charge other, ChargeRequest request) {
        if (request.orderReference().equals(orders.get(other.id()))) {
            boolean over = other.status() != ChargeStatus.PENDING && other.status() != ChargeStatus.SUCCESSFUL;
            if (!over && !paidLate.contains(other.id())) {
                wrongs.add("a charge was made for an order with one that is " + other.status());
            }
            if (other.attempt().equals(Optional.of(request.attempt()))) {
                wrongs.add("two charges were made for one attempt");
            }
        }
    }

    /** What was asked that must never be asked. */
    public synchronized List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    /** Oldest first. */
    public synchronized List<PastEvent> events() {
        return List.copyOf(events);
    }

    private void happened(String key, String charge, Instant now) {
        String id = "evnt_test_" + UUID.randomUUID().toString().replace("-", "");
        events.add(new PastEvent(new GatewayEvent(id, key, false, Optional.of(charge)), Optional.of(now), "{}"));
    }

    public synchronized List<Charge> charges() {
        return List.copyOf(charges.values());
    }

    public synchronized Optional<Charge> find(String id) {
        return Optional.ofNullable(charges.get(id));
    }

    /** Possible even for one that was said to be over: money that comes late. */
    public synchronized Charge pay(String id, Instant now) {
        if (charges.get(id).status() != ChargeStatus.PENDING) {
            paidLate.add(id);
        }
        return settle(id, ChargeStatus.SUCCESSFUL, now);
    }

    /** Whether the wallet let it. */
    public synchronized boolean payIfPending(String id, Instant now) {
        boolean pending = charges.get(id).status() == ChargeStatus.PENDING;
        if (pending) {
            pay(id, now);
        }
        return pending;
    }

    public synchronized Charge settle(String id, ChargeStatus status, Instant now) {
        Charge charge = charges.get(id);
        boolean paid = status == ChargeStatus.SUCCESSFUL;
        happened(status == ChargeStatus.EXPIRED ? "charge.expire" : "charge.complete", id, now);
        return put(Retold.of(charge)
                .as(status)
                .failedWith(status == ChargeStatus.FAILED ? Optional.of("payment_rejected") : Optional.empty())
                .paidAt(paid ? Optional.of(now) : Optional.empty())
                .refundable(paid)
                .charge());
    }

    /** Empty if more would go back than was paid. */
    public synchronized Optional<GatewayRefund> giveBack(String id, Money amount, Optional<String> ours, Instant now) {
        Charge charge = charges.get(id);
        boolean fits = !charge.refunded().orElseThrow().plus(amount).isGreaterThan(charge.amount());
        if (charge.status() != ChargeStatus.SUCCESSFUL || !fits) {
            return Optional.empty();
        }
        GatewayRefund refund = new GatewayRefund(
                "rfnd_test_" + UUID.randomUUID().toString().replace("-", ""),
                amount,
                refundsTakeTime ? GatewayRefund.Status.PENDING : GatewayRefund.Status.CLOSED,
                false,
                ours,
                Optional.of(now));
        happened("refund.create", id, now);
        List<GatewayRefund> all = new ArrayList<>(charge.refunds());
        all.add(refund);
        put(Retold.of(charge).with(all).charge());
        return Optional.of(refund);
    }

    /** Closes every refund that is pending. */
    public synchronized void settleRefunds(String id) {
        Charge charge = charges.get(id);
        List<GatewayRefund> closed = charge.refunds().stream()
                .map(refund -> new GatewayRefund(
                        refund.id(),
                        refund.amount(),
                        GatewayRefund.Status.CLOSED,
                        refund.voided(),
                        refund.refund(),
                        refund.createdAt()))
                .toList();
        put(Retold.of(charge).with(closed).charge());
    }

    /** As the books of Omise say it, however they came to that. */
    public synchronized void enter(Charge charge) {
        put(charge);
    }

    /** As if it had never been. */
    public synchronized void forget(String id) {
        charges.remove(id);
    }

    private Charge put(Charge charge) {
        charges.put(charge.id(), charge);
        return charge;
    }
}
