/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;

/** Runs the simulator until it is ended. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1 && args[0].equals("--help")) {
            System.out.println(CommandLine.HELP);
            return;
        }
        try {
            CommandLine line = CommandLine.parse(args);
            if (line.dataDirectory().isPresent()) {
                Files.createDirectories(line.dataDirectory().get());
            }
            OmiseSimulator simulator = line.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("Omise simulator ready at " + simulator.url() + "/ (dashboard: " + simulator.url()
                    + "/dashboard, wallet: " + simulator.url() + "/wallet)");
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println("The Omise simulator did not start: " + e.getMessage());
            System.exit(2);
        }
        new CountDownLatch(1).await();
    }
}
