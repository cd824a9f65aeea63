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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The runnable jar as it is built: what it does without being told anything but its settings and a port. */
class RunnableJarIT extends ServerSmoke {

    private final CallsOutside outside = new CallsOutside();

    private @Nullable PayaraMicro server;

    @Override
    URI start(OmiseSimulator omise) throws IOException {
        Map<String, String> settings = new HashMap<>(Shop.withAdmin(
                Shop.inMemory(Shop.settings(omise, Files.createTempDirectory(TARGET, "runnable-data")))));
        settings.putAll(outside.asProxy());
        PayaraMicro started = new PayaraMicro(
                TARGET,
                Jdk.own(),
                List.of(TARGET.resolve("saphan-payara-micro.jar").toString()),
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
        outside.close();
    }

    /** No port of a cluster, no multicast, none for administration. */
    @Test
    void listensOnItsHttpPortOnly() throws IOException {
        PayaraMicro running = running();

        assertThat(Sockets.listening(running.pid())).containsExactly("tcp " + running.port());
    }

    /** The smoke test's own calls go to this machine; neither Payara nor Hazelcast nor a cloud is asked for anything. */
    @Test
    void callsNobodyOutside() {
        running();

        assertThat(outside.calls()).isEmpty();
    }

    private PayaraMicro running() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }
}
