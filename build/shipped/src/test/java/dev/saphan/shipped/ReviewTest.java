/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.shipped.Review.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42.7.10          | OPEN",
                "42.7.11          | MENDED",
                "42.2.0           | OPEN",
                "42.1.4           | MENDED",
                "42.7.11-SNAPSHOT | OPEN",
                "42.7.100         | MENDED"
            })
    void findsAVersionInTheRange(String version, Standing standing) throws IOException {
        assertThat(standingOf("com.acme:driver", version, "[42.2.0,42.7.11)", ""))
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3.25.4 | OPEN", "3.25.5 | MENDED", "4.27.0 | OPEN", "4.28.1 | OPEN", "4.28.2 | MENDED"})
    void findsAVersionInOneOfSeveralRanges(String version, Standing standing) throws IOException {
        assertThat(standingOf("com.acme:driver", version, "(,3.25.5),[4.0.0,4.27.5),[4.28.0,4.28.2)", ""))
                .isEqualTo(standing);
    }

    @Test
    void knowsTheServersOwnBuildOfALibrary() throws IOException {
        assertThat(standingOf("com.acme:driver", "4.0.11.payara-p1", "[2.3,4.0.22)", ""))
                .isEqualTo(Standing.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27,ACCEPTED", "2027-02-28,ACCEPTED", "2026-11-26,OVERDUE"})
    void acceptsUntilTheDayToLookAgain(String reviewBy, Standing standing) throws IOException {
        assertThat(standingOf("com.acme:driver", "1.0", "(,2.0)", accepted(reviewBy)))
                .isEqualTo(standing);
    }

    @Test
    void saysNothingOfWhatDoesNotShip() throws IOException {
        Path list = list("com.acme:driver", "(,2.0)", "");

        assertThat(Review.of(
                        List.of(new Component("com.other", "driver", "1.0")),
                        KnownVulnerabilities.read(list).all(),
                        TODAY))
                .isEmpty();
    }

    @Test
    void refusesAnAcceptanceWithoutAReasonOrADay() throws IOException {
        Path silent = list("com.acme:driver", "(,2.0)", accepted("2027-01-01").replace("Never called", " "));
        assertThatThrownBy(() -> KnownVulnerabilities.read(silent)).hasMessageContaining("No reason");

        Path forEver = list("com.acme:driver", "(,2.0)", accepted("2027-01-01").replace("reviewBy", "review"));
        assertThatThrownBy(() -> KnownVulnerabilities.read(forEver)).hasMessageContaining("No reviewBy");
    }

    @Test
    void refusesARangeThatIsNone() throws IOException {
        Path list = list("com.acme:driver", "[2.0,", "");

        assertThatThrownBy(() -> Review.of(
                        List.of(new Component("com.acme", "driver", "1.0")),
                        KnownVulnerabilities.read(list).all(),
                        TODAY))
                .hasMessageContaining("CVE-0");
    }

    private Standing standingOf(String artifact, String version, String affected, String accepted) throws IOException {
        String[] names = artifact.split(":", 2);
        Path bill = Files.writeString(directory.resolve("bom.json"), """
                {"components":[{"group":"%s","name":"%s","version":"%s"}]}""".formatted(names[0], names[1], version));
        List<Review> reviews = Review.of(
                BillOfMaterials.read(bill),
                KnownVulnerabilities.read(list(artifact, affected, accepted)).all(),
                TODAY);
        assertThat(reviews).hasSize(1);
        return reviews.get(0).standing();
    }

    private static String accepted(String reviewBy) {
        return """
                , "accepted": {"harms": false, "reason": "Never called", "reviewBy": "%s"}""".formatted(reviewBy);
    }

    private Path list(String artifact, String affected, String accepted) throws IOException {
        return Files.writeString(directory.resolve("known.json"), """
                {"platform": [], "vulnerabilities": [{"id": "CVE-0", "artifact": "%s", "affected": "%s",
                 "published": "2026-01-01", "what": "Breaks", "reviewed": "2026-11-27"%s}]}""".formatted(artifact, affected, accepted));
    }
}
