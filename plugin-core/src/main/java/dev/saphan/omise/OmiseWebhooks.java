/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Webhooks;
import dev.saphan.json.OutsideJson;
import dev.saphan.secret.Secret;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Omise's webhooks. The signature is the hexadecimal HMAC-SHA256 of timestamp, a dot and the raw body, keyed with the
 * decoded Base64 secret; during a rotation the header holds two, separated by a comma.
 */
@Wired
class OmiseWebhooks implements Webhooks {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Clock clock;

    @Inject
    OmiseWebhooks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Verdict verify(OmiseAccount account, @Nullable String signature, @Nullable String timestamp, byte[] body) {
        if (account.webhookSecrets().isEmpty()) {
            return Verdict.UNSIGNED;
        }
        if (signature == null || timestamp == null || !isRecent(timestamp)) {
            return Verdict.FORGED;
        }
        boolean genuine = account.webhookSecrets().stream()
                .map(secret -> hmac(secret, timestamp, body))
                .anyMatch(expected -> signatures(signature).anyMatch(given -> MessageDigest.isEqual(expected, given)));
        return genuine ? Verdict.GENUINE : Verdict.FORGED;
    }

    @Override
    public Optional<GatewayEvent> read(byte[] body) {
        try {
            return OmiseEvents.event(OutsideJson.wholeObject(body));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Instant> madeAt(String body) {
        try {
            return OmiseEvents.createdAt(OmiseObject.parse("event", body));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private boolean isRecent(String timestamp) {
        if (!SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    private static Stream<byte[]> signatures(String header) {
        return Arrays.stream(header.split(",", 4)).map(String::strip).flatMap(text -> {
            try {
                return Stream.of(HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException e) {
                return Stream.empty();
            }
        });
    }

    private static byte[] hmac(Secret secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.reveal()), "HmacSHA256"));
            mac.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '.');
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
