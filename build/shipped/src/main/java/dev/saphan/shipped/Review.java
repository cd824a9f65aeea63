/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a known vulnerability means for one component that ships or runs beneath. */
public record Review(Vulnerability vulnerability, Component component, Standing standing) {

    /** From best to worst. */
    public enum Standing {
        /** The component is there in a version without it. */
        MENDED,
        /** Affected; somebody wrote down why it may stay, and until when. */
        ACCEPTED,
        /** Accepted, but the day to look again is over. */
        OVERDUE,
        /** Affected, and nobody has said why that is all right. */
        OPEN
    }

    public static List<Review> of(List<Component> components, List<Vulnerability> known, LocalDate today) {
        return known.stream()
                .flatMap(vulnerability -> components.stream()
                        .filter(vulnerability::concerns)
                        .map(component ->
                                new Review(vulnerability, component, standing(vulnerability, component, today))))
                .toList();
    }

    private static Standing standing(Vulnerability vulnerability, Component component, LocalDate today) {
        if (!vulnerability.affects(component)) {
            return Standing.MENDED;
        }
        Vulnerability.@Nullable Acceptance accepted = vulnerability.accepted();
        if (accepted == null) {
            return Standing.OPEN;
        }
        return accepted.reviewBy().isBefore(today) ? Standing.OVERDUE : Standing.ACCEPTED;
    }

    @Override
    public String toString() {
        return standing + " " + vulnerability.id() + " in " + component;
    }
}
