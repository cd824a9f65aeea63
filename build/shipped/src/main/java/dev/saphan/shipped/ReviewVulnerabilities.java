/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import dev.saphan.shipped.Review.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints where each known vulnerability stands. Arguments: the bill of materials and the list. Ends with 1 if one is open
 * or has to be looked at again.
 */
public final class ReviewVulnerabilities {

    private ReviewVulnerabilities() {}

    public static void main(String[] arguments) throws IOException {
        List<Component> components = new ArrayList<>(BillOfMaterials.read(Path.of(arguments[0])));
        KnownVulnerabilities known = KnownVulnerabilities.read(Path.of(arguments[1]));
        int shipped = components.size();
        components.addAll(known.platform());
        List<Review> reviews = Review.of(components, known.all(), LocalDate.now(Clock.systemUTC()));
        System.out.printf(
                "%d libraries ship, on %d of the platform; %d vulnerabilities are listed.%n%n",
                shipped, known.platform().size(), known.all().size());
        reviews.forEach(review -> System.out.println(text(review)));
        known.all().stream()
                .filter(vulnerability -> components.stream().noneMatch(vulnerability::concerns))
                .forEach(vulnerability ->
                        System.out.println("GONE     " + vulnerability.id() + "  " + vulnerability.artifact()));
        System.exit(reviews.stream().anyMatch(ReviewVulnerabilities::needsSomebody) ? 1 : 0);
    }

    private static boolean needsSomebody(Review review) {
        return review.standing() == Standing.OPEN || review.standing() == Standing.OVERDUE;
    }

    private static String text(Review review) {
        Vulnerability vulnerability = review.vulnerability();
        String head = "%-8s %s  %s, affected %s, published %s, reviewed %s"
                .formatted(
                        review.standing(),
                        vulnerability.id(),
                        review.component(),
                        vulnerability.affected(),
                        vulnerability.published(),
                        vulnerability.reviewed());
        Vulnerability.@Nullable Acceptance accepted = vulnerability.accepted();
        if (review.standing() == Standing.MENDED || accepted == null) {
            return head;
        }
        return head
                + "%n           %s%n           %s: %s%n           Look again by %s."
                        .formatted(
                                vulnerability.what(),
                                accepted.harms() ? "Can be used" : "Cannot be used here",
                                accepted.reason(),
                                accepted.reviewBy());
    }
}
