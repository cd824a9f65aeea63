/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.chaos.book.Finding;
import dev.saphan.chaos.book.Finding.Kind;
import dev.saphan.chaos.fault.FaultKind;
import dev.saphan.chaos.fuzz.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chaos turns red on a plugin that breaks a promise. */
class CanaryIT {

    private static final Options LOST_ANSWERS_ONLY =
            new Options(1, Duration.ofSeconds(20), 3, 1, List.of(FaultKind.LOSE_CHARGE), false, Fuzz.NONE);

    @Test
    void findsAPluginThatAsksAgainWhenNoAnswerCame() throws IOException, InterruptedException {
        Path home = Runs.home("canary");
        Path war = new SabotagedPlugin(Runs.ROOT, home)
                .with(
                        "dev/saphan/payment/ChargeAttempt.java",
                        "Answer<Charge> answer = gateway.createCharge(asked.account(), asked.request());",
                        """
                        Answer<Charge> first = gateway.createCharge(asked.account(), asked.request());
                        Answer<Charge> answer = first instanceof Answer.Unknown<Charge>
                                ? gateway.createCharge(asked.account(), asked.request())
                                : first;
                        """);

        Report report = Runs.run(LOST_ANSWERS_ONLY, home, programs -> programs.war(war));

        assertThat(report.isClean()).isFalse();
        assertThat(report.result().findings())
                .filteredOn(finding -> finding.kind() == Kind.DOUBLED)
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("was charged twice"));
    }
}
