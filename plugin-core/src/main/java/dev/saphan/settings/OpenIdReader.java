/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import dev.saphan.secret.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code saphan.oidc.*}. */
final class OpenIdReader {

    private static final String PREFIX = "saphan.oidc.";
    private static final List<String> SCOPES = List.of("openid", "profile");

    private final SettingsReader settings;

    OpenIdReader(SettingsReader settings) {
        this.settings = settings;
    }

    /** Empty without an issuer. */
    Optional<OpenIdProvider> read() {
        Optional<URI> issuer = settings.address(PREFIX + "issuer");
        issuer.filter(uri -> "http".equals(uri.getScheme()) && !Loopback.isHostOf(uri))
                .ifPresent(uri -> settings.reject(PREFIX + "issuer", "must be https (http on loopback only)"));
        if (settings.flag(PREFIX + "only", false)
                && settings.text(PREFIX + "roles-claim").isEmpty()) {
            settings.reject(PREFIX + "only", "needs " + PREFIX + "roles-claim: nobody could become admin");
        }
        return issuer.map(uri -> new OpenIdProvider(
                settings.text(PREFIX + "issuer").orElseThrow(),
                settings.required(PREFIX + "client-id").orElse(""),
                settings.text(PREFIX + "client-secret").map(Secret::new),
                scopes(),
                settings.text(PREFIX + "name-claim").orElse("preferred_username"),
                settings.text(PREFIX + "roles-claim"),
                settings.parsed(
                                PREFIX + "roles",
                                "must be like: group=role, role@store; group=role",
                                OpenIdReader::roles)
                        .orElse(Map.of()),
                settings.text(PREFIX + "label").orElse(uri.getHost()),
                settings.flag(PREFIX + "only", false)));
    }

    private List<String> scopes() {
        List<String> wanted = settings.list(PREFIX + "scopes");
        if (!wanted.isEmpty() && !wanted.contains("openid")) {
            settings.reject(PREFIX + "scopes", "must have openid among them");
        }
        return wanted.isEmpty() ? SCOPES : wanted;
    }

    private static Map<String, String> roles(String text) {
        Map<String, String> roles = new LinkedHashMap<>();
        Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    int equals = part.lastIndexOf('=');
                    if (equals < 1 || equals == part.length() - 1) {
                        throw new IllegalArgumentException("No role for a group: " + part);
                    }
                    roles.put(
                            part.substring(0, equals).strip(),
                            part.substring(equals + 1).strip());
                });
        return roles;
    }
}
