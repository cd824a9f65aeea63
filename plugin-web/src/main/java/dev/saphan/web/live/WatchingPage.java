/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One page that holds a stream open. Used by one thread at a time. */
final class WatchingPage {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** A page that hears nothing for twice as long asks instead: something on the way holds the stream back. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final String payment;
    private final SseEventSink sink;
    private final Sse sse;
    private final Instant since;
    private volatile long told = -1;
    private volatile Instant lastSign;

    WatchingPage(String payment, SseEventSink sink, Sse sse, Instant now) {
        this.payment = payment;
        this.sink = sink;
        this.sse = sse;
        this.since = now;
        this.lastSign = now;
    }

    String payment() {
        return payment;
    }

    boolean isOver(Instant now) {
        if (since.plus(LONGEST).isBefore(now)) {
            close();
        }
        return sink.isClosed();
    }

    void tell(Map<String, Long> versions, Instant now) {
        Long version = versions.get(payment);
        if (version != null && version != told) {
            told = version;
            send(sse.newEventBuilder().name("version").data(version.toString()).build(), now);
        } else if (!lastSign.plus(HEARTBEAT).isAfter(now)) {
            send(sse.newEventBuilder().name("beat").data("beat").build(), now);
        }
    }

    void close() {
        try {
            sink.close();
        } catch (RuntimeException e) {
            told = -1;
        }
    }

    private void send(OutboundSseEvent event, Instant now) {
        lastSign = now;
        try {
            sink.send(event).whenComplete((sent, failure) -> {
                if (failure != null) {
                    close();
                }
            });
        } catch (RuntimeException e) {
            close();
        }
    }
}
