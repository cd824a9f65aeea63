/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What the three know each other by. Made at random at the first start and kept beside the data; the simulator's keys
 * and the people's passwords are sample ones and the same everywhere.
 */
public record Credentials(String apiKey, String signingSecret) {

    static final String PUBLIC_KEY = "pkey_test_saphandemo0000001";
    static final String SECRET_KEY = "skey_test_saphandemo0000001";
    static final String WEBHOOK_SECRET = "c2FwaGFuLWRlbW8td2ViaG9vay1zZWNyZXQtMDAwMDE=";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of the person who is called as their role. */
    static String passwordOf(String role) {
        return role + "-sample-password";
    }

    static Credentials in(Path directory) {
        Path file = directory.resolve("credentials.properties");
        Properties kept = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            } else {
                kept.setProperty("api-key", random(Base64.getUrlEncoder().withoutPadding()));
                kept.setProperty("signing-secret", "whsec_" + random(Base64.getEncoder()));
                Files.createDirectories(directory);
                try (Writer writer = Files.newBufferedWriter(file)) {
                    kept.store(writer, "made at the first start of the demo");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the demo's credentials in " + file, e);
        }
        return new Credentials(kept.getProperty("api-key"), kept.getProperty("signing-secret"));
    }

    String apiKeyHash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random(Base64.Encoder encoder) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }
}
