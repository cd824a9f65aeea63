/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.json.Wire;
import dev.saphan.storefront.OrderAnswer;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.storefront.OrderPort;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A storefront that remembers what it was told; it applies everything unless a test has it answer otherwise. */
public final class RecordingStorefront implements OrderPort {

    private final List<OrderMessage> messages = new CopyOnWriteArrayList<>();
    private final Map<String, OrderAnswer> nextAnswers = new ConcurrentHashMap<>();

    @Override
    public OrderAnswer deliver(OrderMessage message) {
        messages.add(message);
        OrderAnswer answer = nextAnswers.remove(order(message));
        return answer == null ? new OrderAnswer.Applied(false) : answer;
    }

    /** To the next message about that order. */
    public void answerNext(String orderReference, OrderAnswer answer) {
        nextAnswers.put(orderReference, answer);
    }

    /** Types of the messages about that order, in the order of delivery. */
    public List<String> toldAbout(String orderReference) {
        return messagesAbout(orderReference).stream().map(OrderMessage::type).toList();
    }

    public List<OrderMessage> messagesAbout(String orderReference) {
        return messages.stream()
                .filter(message -> orderReference.equals(order(message)))
                .toList();
    }

    private static String order(OrderMessage message) {
        return Wire.readObject(message.data()).getString("orderReference", "");
    }
}
