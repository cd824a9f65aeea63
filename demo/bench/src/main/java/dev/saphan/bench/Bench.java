/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import dev.saphan.demo.Ports;
import dev.saphan.demo.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Measures the back office among few and among many payments.
 *
 * <ol>
 *   <li>Fills two databases of one PostgreSQL with payments that never happened, and starts a node on each.
 *   <li>Warms both up, then asks in turn: every page once on either node, and again, each time for other payments.
 *   <li>Compares medians, and ends with 1 if a page takes too long.
 * </ol>
 */
public final class Bench {

    /** Until the pages are compiled and the connections open. */
    private static final int WARMING = 25;

    /** They tell every step. Kept, for else its level is forgotten. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Bench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        LIBRARIES.setLevel(Level.WARNING);
        Path root = Path.of(System.getProperty("saphan.root", "."));
        Path home = Files.createTempDirectory(Files.createDirectories(root.resolve("demo/bench/target/runs")), "run");
        Verdict verdict = measure(options, root, home);
        System.out.println(verdict.text());
        delete(home);
        System.exit(verdict.isGood() ? 0 : 1);
    }

    private static Verdict measure(Options options, Path root, Path home) throws IOException, SQLException {
        long begin = System.nanoTime();
        Programs programs = new Programs(root, home, Ports.free());
        Instant present = Instant.ofEpochMilli(System.currentTimeMillis());
        try (Postgres postgres = new Postgres(home)) {
            Installation few = new Installation("few", options.small(), options, postgres, programs, present);
            Installation many = new Installation("many", options.large(), options, postgres, programs, present);
            try {
                few.fill(step -> tell(begin, step));
                many.fill(step -> tell(begin, step));
                tell(begin, "starting two nodes");
                few.start();
                many.start();
                tell(begin, "measuring");
                return measure(options, few, many);
            } finally {
                few.stop();
                many.stop();
            }
        }
    }

    private static Verdict measure(Options options, Installation few, Installation many) throws IOException {
        run(options, WARMING, few, many);
        Times[] times = run(options, options.rounds(), few, many);
        return Verdict.of(Tasks.BASELINE, options, times[0], times[1]);
    }

    private static Times[] run(Options options, int rounds, Installation few, Installation many) throws IOException {
        Times[] times = {new Times(), new Times()};
        Admin[] admins = {few.admin(Programs.adminPassword()), many.admin(Programs.adminPassword())};
        Tasks[] tasks = {few.tasks(options.seed() + rounds), many.tasks(options.seed() + rounds)};
        for (int round = 0; round < rounds; round++) {
            List<Task> amongFew = tasks[0].next();
            List<Task> amongMany = tasks[1].next();
            for (int i = 0; i < amongFew.size(); i++) {
                times[0].add(amongFew.get(i).name(), admins[0].time(amongFew.get(i)));
                times[1].add(amongMany.get(i).name(), admins[1].time(amongMany.get(i)));
            }
        }
        return times;
    }

    private static void tell(long begin, String step) {
        Duration since = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("  %02d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), step);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
