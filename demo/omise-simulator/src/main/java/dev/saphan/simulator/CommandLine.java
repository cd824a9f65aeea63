/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of {@link Main}. */
record CommandLine(Map<String, String> values) {

    static final String HELP = """
            java -jar omise-simulator-all.jar [--port 8090] [--data-dir DIR] [--allow-loopback-http]
                [--webhook-url URL] [--public-key KEY --secret-key KEY] [--webhook-secret BASE64]
                [--public-url http://localhost:8090] [--expiry-delay PT3M]

            Without --data-dir the books are kept in memory.""";

    private static final String LOOPBACK = "--allow-loopback-http";
    private static final List<String> KNOWN = List.of(
            "--port",
            "--data-dir",
            "--webhook-url",
            "--public-key",
            "--secret-key",
            "--webhook-secret",
            "--public-url",
            "--expiry-delay");

    static CommandLine parse(String... args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(LOOPBACK)) {
                values.put(LOOPBACK, "true");
            } else if (KNOWN.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[i + 1]);
                i++;
            } else {
                throw new IllegalArgumentException("what is " + args[i] + "? Try:\n" + HELP);
            }
        }
        return new CommandLine(values);
    }

    Optional<Path> dataDirectory() {
        return value("--data-dir").map(Path::of);
    }

    OmiseSimulatorBuilder builder() {
        OmiseSimulatorBuilder builder = OmiseSimulator.builder();
        builder.port(Integer.parseInt(value("--port").orElse("8090")));
        builder.allowLoopbackHttp(values.containsKey(LOOPBACK));
        if (values.containsKey("--public-key") != values.containsKey("--secret-key")) {
            throw new IllegalArgumentException("--public-key and --secret-key go together");
        }
        value("--secret-key")
                .ifPresent(secret -> builder.keys(value("--public-key").orElseThrow(), secret));
        value("--webhook-secret").ifPresent(builder::webhookSecret);
        value("--webhook-url").map(URI::create).ifPresent(builder::webhookEndpoint);
        value("--public-url").map(URI::create).ifPresent(builder::publicUrl);
        value("--expiry-delay").map(CommandLine::delay).ifPresent(builder::expiryDelay);
        dataDirectory().ifPresent(directory -> builder.dataFile(directory.resolve("omise-simulator.journal")));
        return builder;
    }

    private static Duration delay(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--expiry-delay is a duration such as PT3M", e);
        }
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
