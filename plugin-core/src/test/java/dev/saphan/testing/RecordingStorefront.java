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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A storefront that remembers what it was told; it applies everything unless a test has it answer otherwise. */
public final class RecordingStorefront implements OrderPort {

    private final List<OrderMessage> messages = new CopyOnWriteArrayList<>();
    private final Queue<OrderAnswer> nextAnswers = new ConcurrentLinkedQueue<>();

    @Override
    public OrderAnswer deliver(OrderMessage message) {
        messages.add(message);
        OrderAnswer answer = message.type().equals(OrderMessage.METHODS_REGISTERED) ? null : nextAnswers.poll();
        return answer == null ? new OrderAnswer.Applied(false) : answer;
    }

    public void answerNext(OrderAnswer answer) {
        nextAnswers.add(answer);
    }

    /** Types of the messages about that order, in the order of delivery. */
    public List<String> toldAbout(String orderReference) {
        return messagesAbout(orderReference).stream().map(OrderMessage::type).toList();
    }

    public List<OrderMessage> messagesAbout(String orderReference) {
        return messages.stream()
                .filter(message ->
                        orderReference.equals(Wire.readObject(message.data()).getString("orderReference", "")))
                .toList();
    }
}
