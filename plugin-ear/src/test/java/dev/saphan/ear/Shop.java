/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import dev.saphan.simulator.OmiseSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A store's settings for a deployment under test, in the names of the configuration. */
final class Shop {

    static final String API_KEY = "api-key-of-the-shop-under-test";

    static final String KIOSK_API_KEY = "api-key-of-the-kiosk-under-test";

    static final String ADMIN_PASSWORD = "password-of-the-admin-under-test";

    private Shop() {}

    static Map<String, String> withAdmin(Map<String, String> settings) {
        settings.put("saphan.users", "admin");
        settings.put("saphan.user.admin.password", ADMIN_PASSWORD);
        return settings;
    }

    static Map<String, String> inMemory(Map<String, String> settings) {
        settings.put("saphan.database.url", "jdbc:h2:mem:plugin;DB_CLOSE_DELAY=-1");
        return settings;
    }

    /** Adds a second store, on the same account. */
    static Map<String, String> withKiosk(Map<String, String> settings) {
        settings.put("saphan.stores", "shop,kiosk");
        settings.put("saphan.store.kiosk.test.secret-key", settings.get("saphan.store.shop.test.secret-key"));
        settings.put("saphan.store.kiosk.test.api-key-sha256", sha256(KIOSK_API_KEY));
        return settings;
    }

    static Map<String, String> onPostgres(OmiseSimulator omise, Path data, String url) {
        Map<String, String> settings = settings(omise, data);
        settings.put("saphan.database.driver", "org.postgresql.ds.PGSimpleDataSource");
        settings.put("saphan.database.url", url);
        settings.put("saphan.database.user", "postgres");
        settings.put("saphan.database.password", "postgres");
        return settings;
    }

    static Map<String, String> settings(OmiseSimulator omise, Path data) {
        return new HashMap<>(Map.of(
                "saphan.public-url", "http://localhost:8080/payments",
                "saphan.omise.url", omise.url().toString(),
                "saphan.data-dir", data.toString(),
                "saphan.stores", "shop",
                "saphan.store.shop.test.secret-key", omise.secretKey(),
                "saphan.store.shop.test.webhook-secret", omise.webhookSecret(),
                "saphan.store.shop.test.api-key-sha256", sha256(API_KEY)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
