/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings one by one and collects what is wrong with them, so that all of it can be said at once. */
final class SettingsReader {

    static final int HIGHEST_PORT = 65_535;

    private final Lookup lookup;
    private final List<String> findings = new ArrayList<>();

    SettingsReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Optional<String> text(String key) {
        return lookup.value(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Empty, with a finding, when the setting is missing. */
    Optional<String> required(String key) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            reject(key, "is missing");
        }
        return value;
    }

    List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        reject(key, "must be true or false");
                        yield otherwise;
                    }
                })
                .orElse(otherwise);
    }

    Duration duration(String key, Duration otherwise) {
        return parsed(key, "must be an ISO-8601 duration such as PT15S", Duration::parse)
                .filter(value -> {
                    if (value.isNegative() || value.isZero()) {
                        reject(key, "must be longer than nothing");
                        return false;
                    }
                    return true;
                })
                .orElse(otherwise);
    }

    int number(String key, int otherwise, int least, int most) {
        String rule = "must be a whole number from " + least + " to " + most;
        return parsed(key, rule, Integer::valueOf)
                .filter(value -> {
                    if (value < least || value > most) {
                        reject(key, rule);
                        return false;
                    }
                    return true;
                })
                .orElse(otherwise);
    }

    /** An http or https address with a host, without user info, query, fragment or trailing slash. */
    Optional<URI> address(String key) {
        return parsed(key, "must be an absolute http or https address", SettingsReader::parseAddress);
    }

    <T> Optional<T> parsed(String key, String rule, Function<String, T> parser) {
        return text(key).flatMap(value -> {
            try {
                return Optional.of(parser.apply(value));
            } catch (IllegalArgumentException | DateTimeParseException | java.time.zone.ZoneRulesException e) {
                reject(key, rule);
                return Optional.empty();
            }
        });
    }

    void reject(String key, String what) {
        findings.add(key + " " + what);
    }

    void finish() {
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
    }

    private static boolean isPort(URI uri) {
        return uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= HIGHEST_PORT);
    }

    private static URI parseAddress(String value) {
        URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || !isPort(uri)) {
            throw new IllegalArgumentException("Not a plain web address");
        }
        return uri;
    }
}
