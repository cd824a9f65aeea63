/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Runs the demo until it is interrupted. {@code --fresh} starts from empty databases. */
public final class Demo {

    /** Behind a shop that is four months old. */
    private static final int PAST_PAYMENTS = 2_600;

    /** They tell every step. Kept, for else its level is forgotten. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(System.getProperty("saphan.root", "."));
        Path home = root.resolve(".demo");
        if (Arrays.asList(arguments).contains("--fresh")) {
            delete(home);
        }
        LIBRARIES.setLevel(Level.WARNING);
        Stack stack = new Stack(root, home, Ports.DOCUMENTED, PAST_PAYMENTS);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-all"));
        try {
            stack.start(step -> System.out.println("  " + step + " ..."));
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        greet(stack);
        follow(stack);
    }

    private static void greet(Stack stack) {
        System.out.printf(
                """

                The demo is ready.

                  Store        %s/
                  Back office  %s/admin/     admin / %s   (or approver, refunder, viewer: see README)
                  Counter      %s/counter/   cashier / %s
                  Wallet       %s/wallet
                  Omise        %s/dashboard

                Addresses and sample keys are in .demo/demo.json. Ctrl-C stops all; the data stays.

                """,
                stack.storeUrl(),
                stack.paymentsUrl(),
                Credentials.passwordOf("admin"),
                stack.paymentsUrl(),
                Credentials.passwordOf("cashier"),
                stack.simulatorUrl(),
                stack.simulatorUrl());
    }

    private static void follow(Stack stack) throws InterruptedException {
        List<LogStream> logs = stack.services().stream().map(LogStream::new).toList();
        while (true) {
            logs.forEach(log -> log.copyTo(System.out));
            Optional<Service> dead = stack.firstDead();
            if (dead.isPresent()) {
                System.err.println(dead.get().name() + " ended by itself; its log is "
                        + dead.get().log());
                System.exit(1);
            }
            Thread.sleep(500);
        }
    }

    private static void delete(Path directory) {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty " + directory, e);
        }
    }
}
