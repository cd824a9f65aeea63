/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Work that fails. It is tried again within its error budget; after that it is dead and rests here until a person asks
 * for it again. Gone as soon as the work succeeds.
 */
@Entity
@Table(name = "job_failure")
public class JobFailure {

    private static final int LONGEST_ERROR = 500;

    @Id
    private String id;

    private String job;
    private String subject;
    private int failures;
    private String error;
    private boolean dead;

    @Column(name = "first_failed_at")
    private OffsetDateTime firstFailedAt;

    @Column(name = "last_failed_at")
    private OffsetDateTime lastFailedAt;

    protected JobFailure() {}

    JobFailure(String job, String subject, Instant now) {
        this.id = id(job, subject);
        this.job = job;
        this.subject = subject;
        this.error = "";
        this.firstFailedAt = Utc.of(now);
        this.lastFailedAt = Utc.of(now);
    }

    void failed(int timesInARow, String what, boolean givenUp, Instant now) {
        failures = timesInARow;
        error = what.length() > LONGEST_ERROR ? what.substring(0, LONGEST_ERROR) : what;
        dead = givenUp;
        lastFailedAt = Utc.of(now);
    }

    static String id(String job, String subject) {
        return job + "/" + subject;
    }

    public String job() {
        return job;
    }

    /** What the work is about: an attempt, an event, a command. */
    public String subject() {
        return subject;
    }

    /** In a row, up to now. */
    public int failures() {
        return failures;
    }

    public String error() {
        return error;
    }

    /** Whether it is no longer tried. */
    public boolean isDead() {
        return dead;
    }

    public Instant firstFailedAt() {
        return firstFailedAt.toInstant();
    }

    public Instant lastFailedAt() {
        return lastFailedAt.toInstant();
    }
}
