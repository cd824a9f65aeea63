/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Standard Webhooks: HMAC-SHA256 over id, timestamp and the very bytes of the body; five minutes either way. Two
 * secrets may be set, parted by a comma, while one replaces the other.
 */
@Singleton
public class CommandSignature {

    private static final Logger LOG = Logger.getLogger(CommandSignature.class.getName());

    private final List<Webhook> secrets;

    @Inject
    public CommandSignature(@ConfigProperty(name = "store.payments.signing-secret") Optional<String> secrets) {
        this.secrets = secrets.stream()
                .flatMap(all -> Stream.of(all.split(",", -1)))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(CommandSignature::webhook)
                .toList();
    }

    private static Webhook webhook(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("A signing secret holds nothing", e);
        }
    }

    public boolean genuine(String body, Map<String, List<String>> headers) {
        return secrets.stream().anyMatch(secret -> verified(secret, body, headers));
    }

    private static boolean verified(Webhook secret, String body, Map<String, List<String>> headers) {
        try {
            secret.verify(body, headers);
            return true;
        } catch (WebhookVerificationException | RuntimeException e) {
            LOG.fine(() -> "command refused: " + e.getMessage());
            return false;
        }
    }
}
