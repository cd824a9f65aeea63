/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.secret.Secret;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.OrderPortAddress;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a storefront answers is found out without telling it anything; what it answers is read by its result. */
class RemoteOrderPortsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final AtomicInteger status = new AtomicInteger(405);
    private final AtomicReference<String> method = new AtomicReference<>();
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final AtomicReference<Headers> headers = new AtomicReference<>(new Headers());
    private final AtomicReference<String> body = new AtomicReference<>("");
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            method.set(exchange.getRequestMethod());
            headers.set(exchange.getRequestHeaders());
            told.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (status.get() != 0) {
                byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status.get(), bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) {
                    exchange.getResponseBody().write(bytes);
                }
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

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 226, 299})
    void anySuccessWithAKnownResultIsAnAnswer(int answered) {
        status.set(answered);
        assertThat(deliver("{\"result\":\"applied\"}")).isEqualTo(new OrderAnswer.Applied(false));
        assertThat(deliver("{\"result\":\"already_applied\",\"order\":7}")).isEqualTo(new OrderAnswer.Applied(true));
        assertThat(deliver("{\"result\":\"conflict\",\"currentState\":\"shipped\"}"))
                .isEqualTo(new OrderAnswer.Conflict("shipped"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"result\":\"done\"}",
                "201 | {\"id\":7}",
                "201 | ",
                "202 | accepted",
                "204 | ",
                "205 | ",
                "299 | [\"applied\"]",
                "409 | {\"result\":\"no\"}",
                "404 | {\"result\":\"applied\"}",
                "422 | {\"result\":\"applied\"}",
                "500 | {\"result\":\"applied\"}",
                "302 | {\"result\":\"applied\"}"
            })
    void anyOtherAnswerIsForAPerson(int answered, @Nullable String text) {
        status.set(answered);

        assertThat(deliver(text == null ? "" : text)).isInstanceOf(OrderAnswer.Unusable.class);
    }

    @Test
    void aConflictMayBeToldByItsStatusToo() {
        status.set(409);
        assertThat(deliver("{\"result\":\"conflict\",\"currentState\":\"gone\"}"))
                .isEqualTo(new OrderAnswer.Conflict("gone"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBusyStorefrontIsAskedAgain(int answered) {
        status.set(answered);
        assertThat(deliver("{\"result\":\"applied\"}")).isInstanceOf(OrderAnswer.RetryLater.class);
    }

    @Test
    void aStorefrontThatDoesNotKnowUsRefuses() {
        status.set(401);
        assertThat(deliver("")).isInstanceOf(OrderAnswer.Refused.class);
    }

    @Test
    void aStorefrontIsToldTheMessageWithItsPlaceInTheOrder() {
        status.set(200);
        deliver("{\"result\":\"applied\"}");

        assertThat(method).hasValue("POST");
        assertThat(headers.get().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(told)
                .hasValue(
                        "{\"type\":\"payment.paid\",\"sequence\":1,\"createdAt\":\"2026-11-27T00:00:00Z\",\"data\":{}}");
    }

    @Test
    void aMessageIsSignedWithTheStoresSecretByItsIdAndTime() throws GeneralSecurityException {
        status.set(200);
        deliver("{\"result\":\"applied\"}");

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = "cmd_1." + NOON.getEpochSecond() + "." + told.get();
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(headers.get().getFirst("webhook-id")).isEqualTo("cmd_1");
        assertThat(headers.get().getFirst("webhook-timestamp")).isEqualTo(String.valueOf(NOON.getEpochSecond()));
        assertThat(headers.get().getFirst("webhook-signature")).isEqualTo("v1," + signature);
    }

    @Test
    void whoDoesNotAnswerIsToldAgain() {
        server.stop(0);

        assertThat(deliver("")).isEqualTo(new OrderAnswer.RetryLater("ConnectException"));
    }

    @Test
    void anAddressThatMayNotBeCalledIsForAPerson() {
        assertThat(deliver(ports(false), ""))
                .isEqualTo(new OrderAnswer.Unusable("the address is not one that may be called"));
        assertThat(method).hasValue(null);
    }

    @Test
    void whoeverIsInterruptedStaysSo() {
        status.set(0);
        Thread.currentThread().interrupt();
        assertThat(deliver("")).isEqualTo(new OrderAnswer.RetryLater("interrupted"));
        assertThat(Thread.interrupted()).isTrue();

        Thread.currentThread().interrupt();
        assertThat(trouble(true)).contains("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"499,-", "500,status 500"})
    void aServerThatFailsIsTroubleAndARefusalIsNone(int answered, String trouble) {
        status.set(answered);

        assertThat(trouble(true).orElse("-")).isEqualTo(trouble);
    }

    private OrderAnswer deliver(String text) {
        return deliver(ports(true), text);
    }

    private OrderAnswer deliver(RemoteOrderPorts ports, String text) {
        body.set(text);
        return ports.at(address())
                .deliver(new OrderMessage("cmd_1", OrderMessage.PAID, 1, Instant.parse("2026-11-27T00:00:00Z"), "{}"));
    }

    private Optional<String> trouble(boolean allowPrivate) {
        return ports(allowPrivate).trouble(address(), Duration.ofMillis(500));
    }

    private OrderPortAddress address() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/order-port");
        return new OrderPortAddress(address, new Secret("whsec_c2VjcmV0"));
    }

    private static RemoteOrderPorts ports(boolean allowPrivate) {
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
        return new RemoteOrderPorts(
                new SignedMessages(OutgoingCalls.of(DeploymentReader.read(config)), Clock.fixed(NOON, ZoneOffset.UTC)));
    }
}
