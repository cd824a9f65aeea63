/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Listed;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a comparison has come, and what holds it up. */
@Embeddable
public class Progress {

    private static final int LONGEST_TROUBLE = 500;

    /** Stands behind whatever else holds it up, and stays. */
    private static final String LEFT_OUT = "entries that cannot be read were left out";

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column(name = "list_offset")
    private int offset;

    @Column(name = "list_total")
    private int total;

    @Column(name = "seen_until")
    private String seenUntil;

    private int failures;
    private @Nullable String trouble;

    protected Progress() {}

    Progress(Stage first) {
        this.stage = first;
        this.seenUntil = "";
    }

    boolean standsAt(Stage where, int listed, String seen) {
        return stage == where && offset == listed && seenUntil.equals(seen);
    }

    void listed(Listed<?> page) {
        offset += page.size();
        total = Math.max(page.total(), offset);
        calm();
        if (page.skipped() > 0) {
            leftOut();
        }
    }

    void seen(String last) {
        seenUntil = last;
        calm();
    }

    void enter(Stage next) {
        stage = next;
        offset = 0;
        total = 0;
        seenUntil = "";
        calm();
    }

    void calm() {
        failures = 0;
        trouble = leavesOut() ? LEFT_OUT : null;
    }

    void held(String why) {
        failures++;
        String end = leavesOut() ? "; " + LEFT_OUT : "";
        int longest = LONGEST_TROUBLE - end.length();
        trouble = (why.length() > longest ? why.substring(0, longest) : why) + end;
    }

    /** The gateway told something that cannot be read: what was compared is not all. */
    void leftOut() {
        if (!leavesOut()) {
            trouble = trouble == null ? LEFT_OUT : trouble + "; " + LEFT_OUT;
        }
    }

    /** Whether something of the gateway's could not be read and so was not compared. */
    public boolean leavesOut() {
        return trouble != null && trouble.endsWith(LEFT_OUT);
    }

    /** From where it was held up; why stays known until it has moved. */
    void goOn() {
        failures = 0;
    }

    public Stage stage() {
        return stage;
    }

    /** How much of the present list was read. */
    public int offset() {
        return offset;
    }

    /** How long the present list is; zero where that is not known. */
    public int total() {
        return total;
    }

    String seenUntil() {
        return seenUntil;
    }

    /** In a row. */
    int failures() {
        return failures;
    }

    /** Why it does not go on at present, or failed. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble).filter(why -> !why.equals(LEFT_OUT));
    }
}
