/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.StatusBadge;
import java.util.List;

/**
 * A comparison as the page shows it.
 *
 * @param busy whether it is read or repaired at present, so that the page looks again by itself
 * @param progress how far it is, in a sentence
 * @param share how much of the present list was read, in percent; -1 where that is not known
 * @param trouble why it does not go on; empty where it does
 * @param verdict what it found, in a sentence
 * @param tone how that is to be taken: good, warn or bad
 * @param apart what was counted and is no difference, in sentences
 * @param repairable how many differences reading again may mend
 */
public record ReconciliationView(
        String id,
        String first,
        String last,
        StatusBadge status,
        boolean done,
        boolean failed,
        boolean busy,
        String progress,
        int share,
        String trouble,
        String verdict,
        String tone,
        List<String> apart,
        String askedBy,
        Moment created,
        List<Totals> totals,
        long repairable,
        List<Line> lines,
        String older,
        String days,
        String entries) {

    /** Both books of one currency, each amount as text. */
    public record Totals(String currency, List<Total> lines) {}

    /**
     * @param name also the last part of the text's key
     * @param equal whether both say the same; true where only one can say it
     */
    public record Total(String name, String title, String theirs, String ours, boolean equal) {}

    /**
     * A difference.
     *
     * @param address of the payment, empty if there is none
     * @param finding its code
     * @param advice what it means, and what repairing does or a person has to decide
     * @param outcome what came of the last attempt to mend it; empty before
     */
    public record Line(
            String id,
            String kind,
            String finding,
            String title,
            String advice,
            String subject,
            String order,
            String address,
            Moment happened,
            String theirs,
            String ours,
            boolean repairable,
            boolean acceptable,
            String outcome,
            String tone) {}

    /** One in the list of earlier comparisons. */
    public record Earlier(String address, String period, StatusBadge status, String askedBy, Moment created) {}
}
