/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.persistence.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found, at first and when it was last looked at, and how a difference was handled. */
@Embeddable
public class Handling {

    @Enumerated(EnumType.STRING)
    private Finding finding;

    @Enumerated(EnumType.STRING)
    @Column(name = "found_first")
    private Finding foundFirst;

    @Column(name = "still_open")
    private boolean open;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Column(name = "handled_by")
    private @Nullable String by;

    @Column(name = "handled_at")
    private @Nullable OffsetDateTime at;

    protected Handling() {}

    Handling(Finding found) {
        this.finding = found;
        this.foundFirst = found;
        this.open = found.isDifference();
    }

    void found(Finding now) {
        finding = now;
        open = now.isDifference();
    }

    void handled(Outcome how, String who, Instant now) {
        outcome = how;
        by = who;
        at = Utc.of(now);
        if (how == Outcome.ACCEPTED) {
            open = false;
        }
    }

    /** Whether reading again is of no use. */
    boolean needsPerson() {
        return open && (!finding.isRepairable() || outcome == Outcome.NEEDS_PERSON);
    }

    Finding finding() {
        return finding;
    }

    public Finding foundFirst() {
        return foundFirst;
    }

    boolean isOpen() {
        return open;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<String> by() {
        return Optional.ofNullable(by);
    }

    public Optional<Instant> at() {
        return Utc.instant(at);
    }
}
