/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.payment.SyncPayment;
import dev.saphan.testing.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One order in one schedule, and everything that can happen to it at the same time, on a node drawn for each. */
final class Round extends Shop {

    /** After this a charge has expired, and a payment is about to be closed. */
    static final Duration LIFE = Duration.ofHours(13);

    private final Schedule schedule;
    private final List<Runnable> rests = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    Round(Arena arena, long seed) {
        super(arena);
        schedule = arena.schedule(seed);
    }

    Schedule schedule() {
        return schedule;
    }

    /** Must hold besides, once everything came to rest. */
    void atTheEnd(Runnable assertion) {
        ends.add(assertion);
    }

    /** Happens elsewhere sooner or later. */
    private void atRest(Runnable event) {
        rests.add(event);
    }

    void mustHaveEnded() {
        books().mustAgreeWithOmise();
        ends.forEach(Runnable::run);
    }

    Actor add(String name, Consumer<Node> act) {
        List<Node> nodes = arena().nodes();
        int number = schedule.random().nextInt(nodes.size());
        return schedule.add(name + " on " + (number + 1), () -> act.accept(nodes.get(number)));
    }

    /** If the wallet still lets them; a webhook follows. */
    void shopperPays(String charge) {
        String event = "evnt_test_" + UUID.randomUUID();
        add("shopper", node -> {
            Actor.STEPS.before("pay");
            if (arena().omise().books().payIfPending(charge, now())) {
                receive(node, event, charge);
                process(node, event);
            }
        });
    }

    /** As soon as there is a charge. */
    void shopperPaysAtOnce() {
        String event = "evnt_test_" + UUID.randomUUID();
        add("shopper", node -> {
            for (int i = 0; i < 50 && arena().omise().books().charges().isEmpty(); i++) {
                Actor.STEPS.before("look for a charge");
            }
            if (!arena().omise().books().charges().isEmpty()) {
                pay(charge(0));
                receive(node, event, charge(0));
                process(node, event);
            }
        });
    }

    void omiseClosesRefunds(String charge) {
        String event = "evnt_test_" + UUID.randomUUID();
        add("omise", node -> {
            Actor.STEPS.before("close refunds");
            arena().omise().books().settleRefunds(charge);
            receive(node, event, charge);
            process(node, event);
        });
        atRest(() -> arena().omise().books().settleRefunds(charge));
    }

    void dashboardRefunds(String charge, Money amount) {
        String event = "evnt_test_" + UUID.randomUUID();
        add("dashboard", node -> {
            Actor.STEPS.before("give back");
            arena().omise().books().giveBack(charge, amount, Optional.empty(), now());
            receive(node, event, charge);
            process(node, event);
        });
    }

    void start(String key) {
        add("start " + key, node -> start(node, key));
    }

    void refund(PaymentId payment, String key, Money amount, Money expected) {
        add("refund " + key, node -> refund(node, payment, key, amount, expected));
    }

    void watchRefunds() {
        add("refund job", node -> {
            for (int i = 0; i < 5; i++) {
                Actor.STEPS.before("be due");
                run(node, "watch-refund", REFUNDS);
            }
        });
    }

    void webhook(String charge) {
        String event = "evnt_test_" + UUID.randomUUID();
        add("webhook", node -> {
            receive(node, event, charge);
            process(node, event);
        });
    }

    void webhookTwice(String charge) {
        String event = "evnt_test_" + UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            add("webhook", node -> {
                receive(node, event, charge);
                process(node, event);
            });
        }
    }

    void comesBack(AttemptId attempt) {
        add("return page", node -> node.get(SyncAttempt.class).sync(attempt, "shopper", PATIENCE));
    }

    void sweep(AttemptId attempt) {
        add("sweep", node -> node.run("watch-attempt", attempt.value()));
    }

    void sync(PaymentId payment) {
        add("admin sync", node -> node.get(SyncPayment.class).sync(payment, "admin", PATIENCE));
    }

    void cancel(PaymentId payment) {
        add("cancel", node -> node.get(CancelPayment.class).cancel(payment, ClosedReason.CANCELLED, "storefront"));
    }

    void expire(PaymentId payment) {
        add("expire", node -> node.run("close-payment", payment.value()));
    }

    /** Delivers the order's messages, as the jobs of a node would, until none waits or each was tried that often. */
    void deliver(int times) {
        add("courier", node -> deliver(node, times));
    }

    @Override
    void comeToRest() {
        rests.forEach(Runnable::run);
        super.comeToRest();
    }
}
