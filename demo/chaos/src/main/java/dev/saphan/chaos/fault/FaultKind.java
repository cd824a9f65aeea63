/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import java.util.Locale;
import java.util.stream.Stream;

/** What goes wrong: with a process, with a call to Omise, or with a webhook. */
public enum FaultKind {
    KILL_NODE,
    STOP_POSTGRES,
    KILL_POSTGRES,
    KILL_STORE,
    KILL_SIMULATOR,
    /** The charge is made, the connection is closed without an answer. */
    LOSE_CHARGE("lose_answer", "/charges"),
    LOSE_REFUND("lose_answer", "/refunds"),
    LOSE_EXPIRE("lose_answer", "/expire"),
    /** The charge is made, and the answer comes after everybody's patience. */
    TIME_OUT("latency", "/charges"),
    /** Omise answers 500 and makes no charge. */
    REFUSE("http_500", "/charges"),
    /** Omise answers 500 and has made the charge. */
    REFUSE_AFTERWARDS("http_500", "/charges"),
    /** A charge cannot be read. */
    REFUSE_READING("http_500", "/charges/*"),
    LATENCY("latency", "/charges/*"),
    DROP_WEBHOOK("drop_webhook", ""),
    DUPLICATE_WEBHOOK("duplicate_webhook", ""),
    DELAY_WEBHOOK("delay_webhook", ""),
    REORDER_WEBHOOKS("reorder_webhooks", ""),
    FORGE_WEBHOOK("forge_webhook", "");

    private final String simulatorKind;
    private final String path;

    FaultKind() {
        this("", "");
    }

    FaultKind(String simulatorKind, String path) {
        this.simulatorKind = simulatorKind;
        this.path = path;
    }

    public static Stream<FaultKind> all() {
        return Stream.of(values());
    }

    /** Whether a process is ended, rather than the simulator told to misbehave. */
    public boolean endsAProcess() {
        return simulatorKind.isEmpty();
    }

    String simulatorKind() {
        return simulatorKind;
    }

    String path() {
        return path;
    }

    /** Which calls it strikes; reading is never struck by mistake, nor writing. */
    String method() {
        return this == REFUSE_READING || this == LATENCY ? "GET" : "POST";
    }

    boolean carriedOutFirst() {
        return this == REFUSE_AFTERWARDS;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
