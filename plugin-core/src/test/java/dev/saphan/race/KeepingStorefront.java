/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.OrderPort;
import java.util.ArrayList;
import java.util.List;

/** A storefront as it should be: one message has one effect, however often it comes. */
final class KeepingStorefront implements OrderPort {

    private final List<OrderMessage> effects = new ArrayList<>();
    private int refusals;
    private boolean objects;

    synchronized void clear() {
        effects.clear();
        refusals = 0;
        objects = false;
    }

    /** It is busy that often, and then has time. */
    synchronized void beBusy(int times) {
        refusals = times;
    }

    /** The next message meets an order that is in the way, and is known when it comes again. */
    synchronized void objectOnce() {
        objects = true;
    }

    /** What it did, in the order in which it did it. */
    synchronized List<OrderMessage> effects() {
        return List.copyOf(effects);
    }

    @Override
    public OrderAnswer deliver(OrderMessage message) {
        Actor.STEPS.before("deliver " + message.type());
        OrderAnswer answer = take(message);
        Actor.STEPS.before("hear of " + message.type());
        return answer;
    }

    private synchronized OrderAnswer take(OrderMessage message) {
        if (objects) {
            objects = false;
            effects.add(message);
            return new OrderAnswer.Conflict("cancelled");
        }
        if (refusals > 0) {
            refusals--;
            return new OrderAnswer.RetryLater("busy");
        }
        boolean already = effects.stream().anyMatch(earlier -> earlier.id().equals(message.id()));
        if (!already) {
            effects.add(message);
        }
        return new OrderAnswer.Applied(already);
    }
}
