/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.secret.Secret;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Somebody whom the deployment's configuration names ({@code saphan.users}, {@code saphan.user.<name>.*}). */
public record ConfiguredPerson(String name, Secret password, Grants grants) {

    private static final String USERS = "saphan.users";

    /**
     * Those who have a password there.
     *
     * @throws InvalidConfiguration with every bad setting
     */
    public static List<ConfiguredPerson> read(Config config) {
        Lookup settings = Lookup.in(config);
        List<ConfiguredPerson> people = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (String name : text(settings, USERS).orElse("admin,cashier").split(",", -1)) {
            try {
                read(settings, name.strip()).ifPresent(people::add);
            } catch (IllegalArgumentException e) {
                findings.add(key(name.strip(), "roles") + ": " + e.getMessage());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return people;
    }

    /** Whose roles are not said has the one of that name. */
    private static Optional<ConfiguredPerson> read(Lookup settings, String name) {
        return text(settings, key(name, "password"))
                .map(Secret::new)
                .map(password -> new ConfiguredPerson(
                        name,
                        password,
                        Grants.parse(text(settings, key(name, "roles")).orElse(name))));
    }

    private static String key(String name, String setting) {
        return "saphan.user." + name + "." + setting;
    }

    private static Optional<String> text(Lookup settings, String key) {
        return settings.value(key).filter(value -> !value.isBlank());
    }
}
