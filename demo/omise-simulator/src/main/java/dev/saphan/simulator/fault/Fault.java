/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong {@code count} times, then no more.
 *
 * @param delay of the answer ({@code latency}) or of the webhook ({@code delay_webhook}); for {@code reorder_webhooks}
 *     how long to wait for another webhook at most
 * @param path which calls: a path, with {@code *} for one part of it, or the end of one such as {@code /refunds}; null
 *     for all
 * @param method which calls: GET, POST, PATCH; null for all, and for POST only with {@code lose_answer}
 * @param event which webhooks, such as {@code charge.complete}; null for all
 * @param after with {@code http_500}: the call is carried out first
 * @param body what is answered, whatever it is ({@code odd_answer}), or stands first in the list ({@code odd_entry}, JSON)
 */
public record Fault(
        FaultKind kind,
        int count,
        Duration delay,
        @Nullable String path,
        @Nullable String method,
        @Nullable String event,
        boolean after,
        @Nullable String body) {

    public static Fault of(FaultKind kind) {
        return new Fault(kind, 1, Duration.ZERO, null, null, null, false, null);
    }

    public static Fault onPath(FaultKind kind, String path) {
        return of(kind).path(path);
    }

    public Fault times(int newCount) {
        return new Fault(kind, newCount, delay, path, method, event, after, body);
    }

    public Fault delay(Duration newDelay) {
        return new Fault(kind, count, newDelay, path, method, event, after, body);
    }

    public Fault path(@Nullable String newPath) {
        return new Fault(kind, count, delay, newPath, method, event, after, body);
    }

    public Fault method(@Nullable String newMethod) {
        return new Fault(kind, count, delay, path, newMethod, event, after, body);
    }

    public Fault event(@Nullable String newEvent) {
        return new Fault(kind, count, delay, path, method, newEvent, after, body);
    }

    public Fault after(boolean newAfter) {
        return new Fault(kind, count, delay, path, method, event, newAfter, body);
    }

    public Fault body(@Nullable String newBody) {
        return new Fault(kind, count, delay, path, method, event, after, newBody);
    }

    boolean strikesCall(String callMethod, String callPath) {
        return kind.isOfCalls() && strikesMethod(callMethod) && (path == null || matches(path, callPath));
    }

    boolean strikesWebhook(String key) {
        return !kind.isOfCalls() && (event == null || event.equals(key));
    }

    private boolean strikesMethod(String callMethod) {
        if (method != null) {
            return method.equalsIgnoreCase(callMethod);
        }
        return kind != FaultKind.LOSE_ANSWER || callMethod.equals("POST");
    }

    private static boolean matches(String pattern, String callPath) {
        String[] wanted = pattern.replaceAll("^/+|/+$", "").split("/", -1);
        String[] given = callPath.replaceAll("^/+|/+$", "").split("/", -1);
        int start = given.length - wanted.length;
        if (start < 0) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean any = wanted[i].equals("*") || wanted[i].startsWith("{");
            if (!any && !wanted[i].equals(given[start + i])) {
                return false;
            }
        }
        return true;
    }
}
