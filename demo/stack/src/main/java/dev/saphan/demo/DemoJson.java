/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

/** Addresses and sample credentials of a running demo, for people and scripts. */
final class DemoJson {

    private DemoJson() {}

    static String of(Ports ports, Credentials credentials, String storeId) {
        return """
                {
                  "store": { "id": "%s", "url": "%s/", "apiKey": "%s" },
                  "payments": { "url": "%s/" },
                  "admin": { "url": "%s/admin/", "user": "admin", "password": "%s" },
                  "cashier": { "url": "%s/counter/", "user": "cashier", "password": "%s" },
                  "simulator": { "url": "%s/", "publicKey": "%s", "secretKey": "%s", "webhookSecret": "%s" }
                }
                """.formatted(
                        storeId,
                        ports.storeUrl(),
                        credentials.apiKey(),
                        ports.paymentsUrl(),
                        ports.paymentsUrl(),
                        Credentials.passwordOf("admin"),
                        ports.paymentsUrl(),
                        Credentials.passwordOf("cashier"),
                        ports.simulatorUrl(),
                        Credentials.PUBLIC_KEY,
                        Credentials.SECRET_KEY,
                        Credentials.WEBHOOK_SECRET);
    }
}
