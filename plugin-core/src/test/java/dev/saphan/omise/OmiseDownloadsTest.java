/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only Omise's own addresses are opened, and shown to browsers; the simulator's too where one is configured. */
class OmiseDownloadsTest {

    private static final byte[] PICTURE = "<svg/>".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> REDIRECTS = Map.of(
            "/near", "/picture",
            "/away", "http://127.0.0.1:1/picture",
            "/unsafe", "http://api.omise.co/picture",
            "/nowhere", "http://[",
            "/round", "/round",
            "/three", "/two",
            "/two", "/one",
            "/one", "/picture");
    private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final CountDownLatch SPEAKS = new CountDownLatch(1);
    private static HttpServer simulator;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        simulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        simulator.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            ASKED.add(path);
            String further = REDIRECTS.get(path);
            if (further != null) {
                exchange.getResponseHeaders().set("Location", further);
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/silent")) {
                await(SPEAKS);
                exchange.sendResponseHeaders(404, -1);
            } else if (path.equals("/bare")) {
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/picture")) {
                exchange.sendResponseHeaders(200, PICTURE.length);
                exchange.getResponseBody().write(PICTURE);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        simulator.setExecutor(THREADS);
        simulator.start();
        gateway = OmiseGatewayTest.gateway(address(""), Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        SPEAKS.countDown();
        simulator.stop(0);
        THREADS.shutdown();
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://omise.co/pay",
                "https://pay.omise.co/offsites/1",
                "https://API.OMISE.CO/charges/1",
            })
    void trustsOmisesOwnPages(String address) {
        assertThat(gateway.isTrustedPage(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.omise.co/offsites/1",
                "https://omise.co.example/pay",
                "https://notomise.co/pay",
                "https://pay.example/omise.co",
                "https://user@pay.omise.co/offsites/1",
                "https://pay.omise.co@pay.example/",
                "javascript:alert(1)",
                "data:text/html,omise.co",
                "/relative",
                "https:///no-host",
            })
    void trustsNobodyElse(String address) {
        assertThat(gateway.isTrustedPage(URI.create(address))).isFalse();
    }

    @Test
    void trustsTheConfiguredSimulatorAsItIsConfigured() {
        URI here = address("/wallet");

        assertThat(gateway.isTrustedPage(here)).isTrue();
        assertThat(gateway.isTrustedPage(URI.create("https://127.0.0.1:" + here.getPort() + "/wallet")))
                .isFalse();
        assertThat(gateway.isTrustedPage(URI.create("http://127.0.0.2:" + here.getPort() + "/wallet")))
                .isFalse();
        assertThat(gateway.isTrustedPage(URI.create("http://127.0.0.1:1/wallet")))
                .isFalse();
    }

    @Test
    void fetchesAPictureThroughThreeRedirects() {
        for (String path : List.of("/picture", "/near", "/three")) {
            assertThat(gateway.download(address(path)))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Answer.Ok.class,
                            ok -> assertThat((byte[]) ok.value()).isEqualTo(PICTURE));
        }
    }

    @Test
    void opensNoAddressOfAnybodyElse() {
        assertThat(gateway.download(URI.create("http://127.0.0.1:1/picture"))).isInstanceOf(Answer.Denied.class);
        assertThat(gateway.download(URI.create("https://pay.example/picture"))).isInstanceOf(Answer.Denied.class);
        assertThat(ASKED).isEmpty();
    }

    @Test
    void followsARedirectUnderTheSameRule() {
        assertThat(gateway.download(address("/away"))).isInstanceOf(Answer.Denied.class);
        assertThat(gateway.download(address("/unsafe"))).isInstanceOf(Answer.Denied.class);
        assertThat(ASKED).containsExactly("/away", "/unsafe");
    }

    @Test
    void givesUpWhereThereIsNothing() {
        assertThat(gateway.download(address("/round"))).isEqualTo(new Answer.Unknown<>("too many redirects"));
        assertThat(ASKED).hasSize(4);
        assertThat(gateway.download(address("/nowhere"))).isEqualTo(new Answer.Unknown<>("a redirect to no address"));
        assertThat(gateway.download(address("/nothing"))).isEqualTo(new Answer.Unknown<>("status 404"));
        assertThat(gateway.download(address("/bare"))).isEqualTo(new Answer.Unknown<>("status 302"));
    }

    @Test
    void knowsNothingWhereNobodyAnswers() {
        URI nowhere = URI.create("http://127.0.0.1:9");
        Gateway alone = OmiseGatewayTest.gateway(nowhere, Duration.ofMinutes(5));

        assertThat(alone.download(nowhere.resolve("/picture"))).isEqualTo(new Answer.Unknown<>("download failed"));
    }

    @Test
    void waitsForAPictureNoLongerThanForAnyRead() {
        Deployment hasty = DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "saphan.public-url", "https://pay.example/payments",
                                "saphan.omise.url", address("").toString(),
                                "saphan.omise.read-timeout", "PT0.2S"),
                        "test",
                        100))
                .build());

        assertThat(new OmiseDownloads(OutgoingCalls.of(hasty), hasty).fetch(address("/silent")))
                .isEqualTo(new Answer.Unknown<>("download failed"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void leavesWhoeverIsInterruptedInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(gateway.download(address("/picture"))).isEqualTo(new Answer.Unknown<>("download failed"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ASKED).isEmpty();
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + simulator.getAddress().getPort() + path);
    }
}
