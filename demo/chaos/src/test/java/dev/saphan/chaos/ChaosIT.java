/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.chaos.fault.FaultKind;
import dev.saphan.chaos.load.Operation;
import dev.saphan.demo.Programs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short run: every kind of fault at least once, and three books that agree in the end. */
class ChaosIT {

    private static final long SEED = 20_260_101;

    @Test
    void theBooksAgreeAfterEveryKindOfFault() throws IOException, InterruptedException {
        Path home = Runs.home("chaos");

        Report report = Runs.run(Options.brief(SEED), home, Programs::runnableJar);

        assertThat(report.result().findings())
                .as("data and logs are in " + home)
                .isEmpty();
        assertThat(FaultKind.all())
                .allSatisfy(kind ->
                        assertThat(report.faults().of(kind)).as(kind.text()).isPositive());
        assertThat(report.operations().of(Operation.ORDER)).isGreaterThan(5);
        assertThat(report.books().omise().refunds()).isNotEmpty();
    }
}
