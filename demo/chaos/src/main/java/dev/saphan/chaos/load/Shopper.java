/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.io.IOException;

/** Goes through one visit: orders in the store, does with the payment what the visit's course says, gets money back. */
final class Shopper {

    private final Shop shop;
    private final PaymentsApi api;
    private final Wallet wallet;
    private final Paying paying;
    private final Shopkeeper shopkeeper;
    private final Operations operations;
    private final Together together;

    Shopper(Shop shop, PaymentsApi api, Wallet wallet, Operations operations, Together together) {
        this.shop = shop;
        this.api = api;
        this.wallet = wallet;
        this.operations = operations;
        this.together = together;
        this.paying = new Paying(shop, api, wallet, operations, together);
        this.shopkeeper = new Shopkeeper(api, wallet, operations, together);
    }

    void visit(Visit visit) {
        try {
            Order order = order(visit);
            Patience.pause(visit.slowly());
            follow(order);
            shopkeeper.giveBack(order);
        } catch (IOException e) {
            operations.count(Operation.GIVEN_UP);
        }
    }

    private Order order(Visit visit) throws IOException {
        Shop.Checkout checkout = shop.fillIn(visit);
        operations.count(Operation.ORDER);
        if (visit.twice()) {
            operations.count(Operation.ORDER_SENT_TWICE);
            together.go(() -> shop.send(checkout), () -> shop.send(checkout));
        }
        String token = shop.send(checkout);
        return new Order(visit, token, shop.reference(token));
    }

    private void follow(Order order) throws IOException {
        switch (order.visit().course()) {
            case PAY -> paying.pay(order, order.visit().way());
            case DECLINE_AND_PAY_AGAIN -> declineAndPayAgain(order);
            case RENEW_AND_PAY -> renewAndPay(order);
            case CHANGE_METHOD_AND_PAY -> changeAndPay(order);
            case RENEW_WHILE_PAYING -> renewWhilePaying(order);
            case START_THRICE_WITH_ONE_KEY -> startThrice(order);
            case EXPIRE_AND_PAY_AGAIN -> expireAndPayAgain(order);
            case CANCEL -> cancelAndPayLate(order);
            case CANCEL_WHILE_PAYING ->
                together.go(
                        () -> cancel(order),
                        () -> paying.pay(order, order.visit().way()));
            case LEAVE -> operations.count(Operation.LEFT_UNPAID);
        }
    }

    private void declineAndPayAgain(Order order) throws IOException {
        Way way = order.visit().way();
        operations.count(Operation.DECLINE);
        paying.decide(order, way, "decline");
        renew(order, way);
        paying.pay(order, way);
    }

    /** The old code is tried again, in vain; or Omise says late that it was paid, while the new one is being paid. */
    private void renewAndPay(Order order) throws IOException {
        Way way = order.visit().way();
        String old = way.flow() == Way.Flow.SCAN ? "" : paying.pendingCharge(order);
        renew(order, way);
        if (old.isEmpty()) {
            paying.pay(order, way);
        } else if (order.visit().late()) {
            together.go(() -> paying.pay(order, way), () -> payLate(old));
        } else {
            operations.count(Operation.LATE_TRY_OF_AN_OLD_CODE);
            wallet.decideOnThePhone(old, "approve");
            paying.pay(order, way);
        }
    }

    private void payLate(String charge) throws IOException {
        operations.count(Operation.LATE_SUCCESS);
        wallet.payLate(charge);
    }

    private void changeAndPay(Order order) throws IOException {
        operations.count(Operation.CHANGE_OF_METHOD);
        Patience.insist(() -> {
            shop.pay(order.token(), order.visit().otherWay());
            return true;
        });
        paying.pay(order, order.visit().otherWay());
    }

    private void renewWhilePaying(Order order) throws IOException {
        Way way = order.visit().way();
        together.go(() -> paying.pay(order, way), () -> renew(order, way));
    }

    private void startThrice(Order order) throws IOException {
        PaymentSeen payment = paying.payment(order);
        Way way = order.visit().otherWay();
        String key = "start-" + order.visit().name();
        Together.Act start = () -> Patience.insist(() -> {
            api.start(order.reference(), payment, way, shop.returnAddress(order.token()), key);
            operations.count(Operation.START_WITH_A_USED_KEY);
            return true;
        });
        together.go(start, start, start);
        paying.pay(order, way);
    }

    private void expireAndPayAgain(Order order) throws IOException {
        Way way = order.visit().way();
        if (way.flow() != Way.Flow.SCAN) {
            operations.count(Operation.EXPIRY);
            wallet.expire(paying.pendingCharge(order));
            renew(order, way);
        }
        paying.pay(order, way);
    }

    private void cancelAndPayLate(Order order) throws IOException {
        boolean late = order.visit().late() && order.visit().way().flow() != Way.Flow.SCAN;
        String charge = late ? paying.pendingCharge(order) : "";
        cancel(order);
        if (late) {
            payLate(charge);
        }
    }

    private void renew(Order order, Way way) throws IOException {
        operations.count(Operation.RENEWAL);
        Patience.insist(() -> {
            shop.pay(order.token(), way);
            return true;
        });
    }

    private void cancel(Order order) throws IOException {
        operations.count(Operation.CANCELLATION);
        Patience.insist(() -> {
            shop.cancel(order.token());
            return true;
        });
    }
}
