/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.chaos.pressure.PressureOptions;
import dev.saphan.chaos.pressure.PressureReport;
import dev.saphan.chaos.pressure.PressureRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short run: two hundred at once while Omise is slow, quick, hangs, and answers again. */
class PressureIT {

    private static final long SEED = 20_260_102;

    @Test
    void refusesPolitelyAndKeepsNothingThatItTook() throws IOException, InterruptedException {
        Path home = Runs.home("pressure");

        PressureReport report =
                new PressureRun(PressureOptions.brief(SEED), Runs.ROOT, home, System.out::println).run();
        System.out.println(report.text());

        assertThat(report.findings()).as("data and logs are in " + home).isEmpty();
    }
}
