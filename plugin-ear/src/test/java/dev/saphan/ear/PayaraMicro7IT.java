/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import dev.saphan.simulator.OmiseSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The war as it is built, on Payara Micro 7 (Jakarta EE 11). */
class PayaraMicro7IT extends ServerSmoke {

    private @Nullable PayaraMicro server;

    @Override
    URI start(OmiseSimulator omise) throws IOException {
        Jdk jdk = Jdk.atLeast(21);
        Map<String, String> settings =
                Shop.withAdmin(Shop.inMemory(Shop.settings(omise, Files.createTempDirectory(TARGET, "micro7-data"))));
        PayaraMicro started = new PayaraMicro(
                TARGET,
                jdk,
                List.of(
                        TARGET.resolve("server/payara-micro-7.jar").toString(),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--contextroot",
                        "payments",
                        "--deploy",
                        Path.of(System.getProperty("saphan.root"), "plugin-web/target/payments.war")
                                .toString()),
                settings);
        server = started;
        started.awaitReady();
        return started.payments();
    }

    @Override
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
