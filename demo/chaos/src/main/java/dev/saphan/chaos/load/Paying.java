/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import dev.saphan.chaos.load.PaymentSeen.AttemptSeen;
import java.io.IOException;
import java.util.Optional;

/** Pays an order in its way: in the wallet after a redirect, with a phone, or with a code at the till. */
final class Paying {

    private final Shop shop;
    private final PaymentsApi api;
    private final Wallet wallet;
    private final Operations operations;
    private final Together together;

    Paying(Shop shop, PaymentsApi api, Wallet wallet, Operations operations, Together together) {
        this.shop = shop;
        this.api = api;
        this.wallet = wallet;
        this.operations = operations;
        this.together = together;
    }

    PaymentSeen payment(Order order) throws IOException {
        return Patience.await("a payment of " + order.reference(), () -> api.ofOrder(order.reference()));
    }

    /** The charge that waits for the shopper; something else may have become of it while it was waited for. */
    String pendingCharge(Order order) throws IOException {
        return Patience.await(
                "a charge of " + order.reference(),
                () -> api.ofOrder(order.reference())
                        .flatMap(payment -> payment.isOpen() ? payment.pendingCharge() : Optional.of("")));
    }

    void pay(Order order, Way way) throws IOException {
        operations.count(Operation.APPROVAL);
        decide(order, way, "approve");
    }

    /** Decides, and then comes back, asks and is told all at the same moment. */
    void decide(Order order, Way way, String decision) throws IOException {
        Together.Act comesBack =
                way.flow() == Way.Flow.SCAN ? scan(order, way, decision) : decideInWallet(order, way, decision);
        String payment = payment(order).id();
        together.go(comesBack, () -> sync(payment), () -> poll(order), () -> shop.lookAt(order.token()));
    }

    private Together.Act decideInWallet(Order order, Way way, String decision) throws IOException {
        String charge = pendingCharge(order);
        if (way.flow() == Way.Flow.QR) {
            wallet.decideOnThePhone(charge, decision);
            return () -> {};
        }
        Optional<String> back = Patience.insist(() -> wallet.decideAfterRedirect(payment(order), decision));
        return () -> {
            if (back.isPresent()) {
                operations.count(Operation.RETURN);
                Patience.insist(() -> shop.open(back.get()));
            }
        };
    }

    private Together.Act scan(Order order, Way way, String decision) throws IOException {
        PaymentSeen payment = payment(order);
        String code = Patience.insist(() -> wallet.code(way, decision));
        operations.count(Operation.SCAN_AT_TILL);
        int before = payment.attempts().size();
        return () -> Patience.insist(() -> {
            boolean scanned = payment(order).attempts().size() > before;
            if (!scanned) {
                api.scan(payment.id(), way, code, "scan-" + order.visit().name());
            }
            return scanned;
        });
    }

    private void sync(String payment) throws IOException {
        operations.count(Operation.SYNC);
        api.sync(payment);
    }

    private void poll(Order order) throws IOException {
        operations.count(Operation.POLL);
        boolean settled = payment(order).attempts().stream().noneMatch(AttemptSeen::isPending);
        if (!settled) {
            shop.lookAt(order.token());
        }
    }
}
