/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the plugin is and how this store proves who it is. */
@Singleton
public record PaymentsConnection(URI api, Optional<String> apiKey, Duration patience) {

    @Inject
    public PaymentsConnection(
            @ConfigProperty(name = "store.payments.url", defaultValue = "http://localhost:8080/payments") String url,
            @ConfigProperty(name = "store.payments.api-key") Optional<String> apiKey,
            @ConfigProperty(name = "store.payments.timeout", defaultValue = "PT12S") String patience) {
        this(URI.create(url.replaceAll("/+$", "") + "/api/v1/"), apiKey, Duration.parse(patience));
    }
}
