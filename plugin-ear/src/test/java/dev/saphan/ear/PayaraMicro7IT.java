/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.simulator.OmiseSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The war as it is built, on Payara Micro 7 (Jakarta EE 11). */
class PayaraMicro7IT extends ServerSmoke {

    private @Nullable PayaraMicro server;

    @Override
    URI start(OmiseSimulator omise) throws IOException {
        Jdk jdk = Jdk.atLeast(21);
        Map<String, String> settings =
                Shop.withAdmin(Shop.inMemory(Shop.settings(omise, Files.createTempDirectory(TARGET, "micro7-data"))));
        Path root = Path.of(System.getProperty("saphan.root"));
        Path commands = root.resolve("plugin-ear/src/main/payara");
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
                        root.resolve("plugin-web/target/payments.war").toString(),
                        "--postdeploycommandfile",
                        commands.resolve("post-deploy-commands.txt").toString()),
                settings,
                Files.readString(commands.resolve("pre-boot-commands.txt")));
        server = started;
        started.awaitReady();
        return started.payments();
    }

    @Test
    void answersNobodyBeforeThePluginHasStarted() {
        assertThat(Objects.requireNonNull(server).answersWhileStarting()).containsExactly(401);
    }

    @Override
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
