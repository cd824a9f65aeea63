/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import dev.saphan.chaos.fuzz.FuzzReport;
import dev.saphan.chaos.fuzz.FuzzedNode;
import dev.saphan.chaos.pressure.PressureOptions;
import dev.saphan.chaos.pressure.PressureReport;
import dev.saphan.chaos.pressure.PressureRun;
import dev.saphan.demo.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs chaos from the command line; ends with 1 if the books do not agree, and then keeps data and logs. */
public final class Chaos {

    private Chaos() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getProperty("saphan.root", "."));
        Path home = Files.createDirectories(root.resolve("demo/chaos/target/runs"))
                .resolve("seed-" + options.seed() + "-" + System.currentTimeMillis());
        System.out.println("Seed " + options.seed() + ": the same seed makes the same run.");
        System.exit(run(options, root, home) ? 0 : 1);
    }

    private static boolean run(Options options, Path root, Path home) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Consumer<String> log = step -> tell(begin, step);
        try {
            if (options.pressure()) {
                PressureReport report = new PressureRun(PressureOptions.whole(options.seed()), root, home, log).run();
                System.out.println(report.text());
                return ended(report.findings().isEmpty(), home, options);
            }
            if (options.fuzz().isWanted()) {
                FuzzReport report = FuzzedNode.run(options.seed(), options.fuzz(), root, home, log);
                System.out.println(report.text());
                return ended(report.findings().isEmpty(), home, options);
            }
            Report report = new ChaosRun(options, root, home, Programs::runnableJar, log).run();
            System.out.println(report.text());
            return ended(report.isClean(), home, options);
        } catch (IllegalStateException | IOException e) {
            System.err.println("The run broke off: " + e.getMessage());
            return ended(false, home, options);
        }
    }

    private static boolean ended(boolean clean, Path home, Options options) throws IOException {
        if (clean) {
            delete(home);
        } else {
            System.err.println("Data and logs are kept in " + home + "; run it again with --seed " + options.seed());
        }
        return clean;
    }

    private static void tell(long begin, String step) {
        Duration since = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("  %02d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), step);
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
