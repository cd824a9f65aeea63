/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;

/** Gives money back: through the plugin's API, each request thrice under one key, or at Omise without the shop. */
final class Shopkeeper {

    private static final int A_PART = 4;

    private final PaymentsApi api;
    private final Wallet wallet;
    private final Operations operations;
    private final Together together;

    Shopkeeper(PaymentsApi api, Wallet wallet, Operations operations, Together together) {
        this.api = api;
        this.wallet = wallet;
        this.operations = operations;
        this.together = together;
    }

    void giveBack(Order order) throws IOException {
        GivingBack wanted = order.visit().givingBack();
        if (wanted == GivingBack.NOTHING || !order.visit().course().mayBePaid()) {
            return;
        }
        PaymentSeen payment = Patience.await("the money of " + order.reference(), () -> settled(order));
        if (!payment.isPaid()) {
            return;
        }
        String name = order.visit().name();
        switch (wanted) {
            case ALL -> refund(payment, 1, name);
            case A_PART -> refund(payment, A_PART, name);
            case TWO_PARTS -> {
                refund(payment, A_PART, name);
                refund(payment, A_PART, name + "-second");
            }
            case AT_OMISE -> atOmise(payment);
            case BOTH_SIDES_AT_ONCE -> together.go(() -> refund(payment, A_PART, name), () -> atOmise(payment));
            case NOTHING -> {}
        }
    }

    private Optional<PaymentSeen> settled(Order order) throws IOException {
        return api.ofOrder(order.reference()).filter(payment -> payment.isPaid() || payment.isClosed());
    }

    private void refund(PaymentSeen payment, int divisor, String name) throws IOException {
        JsonObject remaining = Patience.insist(() -> api.remaining(payment.id()));
        JsonObject amount = remaining.deepCopy();
        amount.addProperty("amount", remaining.get("amount").getAsLong() / divisor);
        operations.count(Operation.REFUND);
        Together.Act ask = () -> Patience.insist(() -> {
            api.refund(payment.id(), amount, remaining, "refund-" + name);
            operations.count(Operation.REFUND_WITH_A_USED_KEY);
            return true;
        });
        together.go(ask, ask, ask);
    }

    private void atOmise(PaymentSeen payment) throws IOException {
        Optional<String> charge = payment.attempts().stream()
                .filter(attempt -> attempt.status().equals("successful"))
                .findFirst()
                .flatMap(PaymentSeen.AttemptSeen::charge);
        if (charge.isPresent()) {
            operations.count(Operation.REFUND_AT_OMISE);
            wallet.refundAtDashboard(
                    charge.get(), payment.amount().get("amount").getAsLong() / A_PART);
        }
    }
}
