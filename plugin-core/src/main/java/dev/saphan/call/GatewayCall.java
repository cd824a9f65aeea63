/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import dev.saphan.gateway.GatewayCalled;
import dev.saphan.identity.Ids;
import dev.saphan.persistence.Utc;
import dev.saphan.settings.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A call to the gateway about one charge with what came of it. A question that is asked again and brings the same answer
 * is the same row, so that a charge that is watched for a week is a few rows and not thousands.
 */
@Entity
@Table(name = "gateway_call")
public class GatewayCall {

    private static final int LONGEST_ANSWER = 200;

    @Id
    private String id;

    @Column(name = "account_key")
    private String accountKey;

    @Enumerated(EnumType.STRING)
    private GatewayCalled.Kind kind;

    @Column(name = "subject_id")
    private String subjectId;

    @Enumerated(EnumType.STRING)
    private GatewayCalled.Outcome outcome;

    private String answer;
    private int times;

    @Column(name = "slowest_millis")
    private long slowestMillis;

    @Column(name = "asked_at")
    private OffsetDateTime askedAt;

    @Column(name = "last_asked_at")
    private OffsetDateTime lastAskedAt;

    protected GatewayCall() {}

    GatewayCall(GatewayCalled called) {
        this.id = Ids.next("cal");
        this.accountKey =
                new AccountKey(called.account().store(), called.account().mode()).toString();
        this.kind = called.kind();
        this.subjectId = called.subject();
        this.outcome = called.outcome();
        this.answer = cut(called.answer());
        this.times = 1;
        this.slowestMillis = millis(called);
        this.askedAt = Utc.of(called.asked());
        this.lastAskedAt = askedAt;
    }

    boolean isSameAs(GatewayCalled called) {
        return kind == called.kind() && outcome == called.outcome() && answer.equals(cut(called.answer()));
    }

    void again(GatewayCalled called) {
        times++;
        slowestMillis = Math.max(slowestMillis, millis(called));
        lastAskedAt = Utc.of(called.asked());
    }

    private static long millis(GatewayCalled called) {
        return Math.max(called.took().toMillis(), 0);
    }

    private static String cut(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }

    public GatewayCalled.Kind kind() {
        return kind;
    }

    /** The attempt whose charge was made or looked for, else the charge's id. */
    public String subject() {
        return subjectId;
    }

    public GatewayCalled.Outcome outcome() {
        return outcome;
    }

    public String answer() {
        return answer;
    }

    /** How often it was asked in a row with this answer. */
    public int times() {
        return times;
    }

    /** How long the slowest of the answers took. */
    public Duration slowest() {
        return Duration.ofMillis(slowestMillis);
    }

    /** For the first time. */
    public Instant askedAt() {
        return askedAt.toInstant();
    }

    public Instant lastAskedAt() {
        return lastAskedAt.toInstant();
    }
}
