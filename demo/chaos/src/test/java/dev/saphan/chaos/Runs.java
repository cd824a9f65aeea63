/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs of this build's artifacts, with data and logs among the build's output. */
final class Runs {

    static final Path ROOT = Path.of(System.getProperty("saphan.root"));

    private Runs() {}

    static Path home(String name) throws IOException {
        return Files.createTempDirectory(Path.of(System.getProperty("saphan.target")), name);
    }

    static Report run(Options options, Path home, Cluster.Build build) throws IOException, InterruptedException {
        Report report = new ChaosRun(options, ROOT, home, build, System.out::println).run();
        System.out.println(report.text());
        return report;
    }
}
