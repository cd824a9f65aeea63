/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0";
    private static final String BODY = "{\"type\":\"payment.paid\"}";

    private final CommandSignature signature = new CommandSignature(Optional.of(SECRET));

    @Test
    void acceptsWhatThePluginSigned() throws Exception {
        assertThat(signature.genuine(BODY, signed(SECRET, Instant.now().getEpochSecond())))
                .isTrue();
    }

    @Test
    void refusesAChangedBody() throws Exception {
        assertThat(signature.genuine(BODY + " ", signed(SECRET, Instant.now().getEpochSecond())))
                .isFalse();
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        assertThat(signature.genuine(BODY, signed(OTHER, Instant.now().getEpochSecond())))
                .isFalse();
    }

    @Test
    void refusesOldAndFutureMessages() throws Exception {
        long now = Instant.now().getEpochSecond();
        assertThat(signature.genuine(BODY, signed(SECRET, now - 400))).isFalse();
        assertThat(signature.genuine(BODY, signed(SECRET, now + 400))).isFalse();
    }

    @Test
    void refusesEverythingWithoutHeadersOrSecret() throws Exception {
        assertThat(signature.genuine(BODY, Map.of())).isFalse();
        assertThat(new CommandSignature(Optional.empty())
                        .genuine(BODY, signed(SECRET, Instant.now().getEpochSecond())))
                .isFalse();
        assertThat(signature.genuine(
                        BODY,
                        Map.of(
                                "webhook-id", List.of("c"),
                                "webhook-timestamp", List.of("x"),
                                "webhook-signature", List.of("garbage"))))
                .isFalse();
    }

    @Test
    void twoSecretsAreGoodWhileOneReplacesTheOther() throws Exception {
        CommandSignature both = new CommandSignature(Optional.of(OTHER + ", " + SECRET));
        assertThat(both.genuine(BODY, signed(SECRET, Instant.now().getEpochSecond())))
                .isTrue();
        assertThat(both.genuine(BODY, signed(OTHER, Instant.now().getEpochSecond())))
                .isTrue();
    }

    private static Map<String, List<String>> signed(String secret, long at)
            throws WebhookSigningException, EmptyWebhookSecretException {
        return Map.of(
                "Webhook-Id", List.of("cmd_1"),
                "Webhook-Timestamp", List.of(String.valueOf(at)),
                "Webhook-Signature", List.of(new Webhook(secret).sign("cmd_1", at, BODY)));
    }
}
