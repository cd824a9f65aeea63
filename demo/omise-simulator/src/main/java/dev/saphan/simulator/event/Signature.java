/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code Omise-Signature}: hex HMAC-SHA256 over {@code timestamp.body}, keyed with the Base64-decoded
 * secret. While a secret is being rolled there is one for each, separated by a comma.
 */
final class Signature {

    private Signature() {}

    static String of(List<String> base64Secrets, long timestamp, String body) {
        return base64Secrets.stream()
                .map(secret -> one(Base64.getDecoder().decode(secret), timestamp + "." + body))
                .collect(Collectors.joining(","));
    }

    private static String one(byte[] secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
