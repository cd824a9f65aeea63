/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.secret.Secret;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.testing.TestClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a storefront answers is found out without telling it anything. */
class RemoteOrderPortsTest {

    private final AtomicInteger status = new AtomicInteger(405);
    private final AtomicReference<String> method = new AtomicReference<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            method.set(exchange.getRequestMethod());
            if (status.get() != 0) {
                exchange.sendResponseHeaders(status.get(), -1);
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anyAnswerOfTheStorefrontWillDo() {
        assertThat(trouble(true)).isEmpty();
        assertThat(method).hasValue("OPTIONS");
    }

    @Test
    void aProxyWithoutAStorefrontBehindItIsTrouble() {
        status.set(502);

        assertThat(trouble(true)).contains("status 502");
    }

    @Test
    void whoDoesNotAnswerIsTrouble() {
        status.set(0);
        assertThat(trouble(true)).contains("HttpTimeoutException");

        server.stop(0);
        assertThat(trouble(true)).contains("ConnectException");
    }

    @Test
    void aPrivateAddressIsNotCalledUnlessItMayBe() {
        assertThat(trouble(false)).contains("address not allowed");
        assertThat(method).hasValue(null);
    }

    private Optional<String> trouble(boolean allowPrivate) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "saphan.public-url",
                                "https://pay.example/payments",
                                "saphan.order-port.allow-private",
                                String.valueOf(allowPrivate)),
                        "test",
                        100))
                .build();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/order-port");
        return new RemoteOrderPorts(
                        new SignedMessages(OutgoingCalls.of(DeploymentReader.read(config)), new TestClock()))
                .trouble(new OrderPortAddress(address, new Secret("whsec_c2VjcmV0")), Duration.ofMillis(500));
    }
}
