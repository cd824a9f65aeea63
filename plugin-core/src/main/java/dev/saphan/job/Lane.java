/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import java.time.Duration;

/**
 * Work waits only behind work of its own lane: each has a table, its threads on every node, and a rhythm in which due work
 * is looked for. So a backlog of events delays no message to a storefront, and a mail server that hangs no payment.
 */
public enum Lane {
    /** What Omise sent us. */
    INBOUND("scheduled_inbound", 4, Duration.ofMillis(250)),
    /** What storefronts are told. */
    OUTBOUND("scheduled_outbound", 4, Duration.ofMillis(250)),
    /** What is asked of Omise about payments and refunds, and what is to be decided when their time is over. */
    PAYMENTS("scheduled_payments", 4, Duration.ofMillis(250)),
    /** What people are told. */
    ALERTS("scheduled_alerts", 2, Duration.ofSeconds(1)),
    /**
     * Everything else. The table from before there were lanes: a node of an older version enters and takes all its work
     * here, so what it leaves behind is done by this lane.
     */
    UPKEEP("scheduled_tasks", 3, Duration.ofMillis(500));

    private final String table;
    private final int threads;
    private final Duration poll;

    Lane(String table, int threads, Duration poll) {
        this.table = table;
        this.threads = threads;
        this.poll = poll;
    }

    public String table() {
        return table;
    }

    int threads() {
        return threads;
    }

    Duration poll() {
        return poll;
    }
}
