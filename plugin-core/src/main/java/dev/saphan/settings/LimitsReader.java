/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Reads {@code saphan.limits.*}. */
public final class LimitsReader {

    private static final String PREFIX = "saphan.limits.";

    private final SettingsReader settings;

    private LimitsReader(SettingsReader settings) {
        this.settings = settings;
    }

    /** @throws InvalidConfiguration with every bad setting */
    public static Limits read(Config config) {
        SettingsReader settings = new SettingsReader(Lookup.in(config));
        Limits limits = new LimitsReader(settings).read();
        settings.finish();
        return limits;
    }

    private Limits read() {
        return new Limits(
                new Limits.AtOnce(
                        count("at-once.api", 60),
                        count("at-once.pages", 40),
                        count("at-once.sign-in", 10),
                        count("at-once.counter", 15),
                        count("at-once.back-office", 25),
                        settings.duration(PREFIX + "at-once.wait", Duration.ofSeconds(1))),
                new Limits.Bodies(
                        settings.duration(PREFIX + "bodies.deadline", Duration.ofSeconds(5)),
                        count("bodies.at-once", 1_000),
                        count("bodies.bytes-at-once", 64 * 1024 * 1024)),
                new Limits.SignIns(
                        rate("sign-ins.name-and-address", "5/PT15M"),
                        rate("sign-ins.address", "20/PT15M"),
                        rate("sign-ins.name", "30/PT1H"),
                        rate("sign-ins.device", "10/PT15M")),
                new Limits.Requests(
                        rate("requests.key", "6000/PT1M"),
                        rate("requests.store", "12000/PT1M"),
                        rate("requests.address", "1200/PT1M"),
                        rate("refused.address", "30/PT1M")),
                rate("attempts-of-a-payment", "30/PT10M"));
    }

    private RateLimit rate(String name, String otherwise) {
        return settings.parsed(PREFIX + name, "must be permits/period such as 30/PT10M", RateLimit::parse)
                .orElseGet(() -> RateLimit.parse(otherwise));
    }

    private int count(String name, int otherwise) {
        return settings.parsed(PREFIX + name, "must be a whole number above 0", LimitsReader::positive)
                .orElse(otherwise);
    }

    private static int positive(String value) {
        int number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException("Not above 0");
        }
        return number;
    }
}
