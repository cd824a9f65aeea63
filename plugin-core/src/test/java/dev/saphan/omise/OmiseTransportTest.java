/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request leaves once, with what Omise needs, and what comes back is handed on within the time limit. */
class OmiseTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Optional<Object> NOTHING = Optional.empty();

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final CountDownLatch END = new CountDownLatch(1);
    private static final List<Asked> ASKED = Collections.synchronizedList(new ArrayList<>());
    private static HttpServer server;
    private static volatile HttpHandler answer = OmiseTransportTest::empty;

    /** Of each test its own: what another gave up may still arrive. */
    private final String path = "/" + UUID.randomUUID();

    private final OmiseTransport transport = new OmiseTransport(SaidByOmise.deployment());

    private record Asked(String path, String method, Headers headers, String body) {}

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            ASKED.add(new Asked(path, exchange.getRequestMethod(), exchange.getRequestHeaders(), body));
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        END.countDown();
        server.stop(0);
        THREADS.shutdown();
    }

    @BeforeEach
    void begin() {
        answer = OmiseTransportTest::empty;
    }

    @Test
    void sendsKeyVersionAndBodyAndNothingOfOurOwn() throws IOException {
        send("POST", PATIENCE, Optional.of(Map.of("reason", "คืนสินค้า")));

        assertThat(asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.body()).isEqualTo("{\"reason\":\"คืนสินค้า\"}");
            assertThat(asked.headers().get("Content-Type")).containsExactly("application/json");
            assertThat(asked.headers().get("Accept")).containsExactly("application/json");
            assertThat(asked.headers().get("Authorization")).containsExactly("Basic a2V5Og==");
            assertThat(asked.headers().get("Omise-Version")).containsExactly("2019-05-29");
            assertThat(asked.headers()).doesNotContainKey("X-saphan-timeout");
        });
    }

    @Test
    void sendsNoBodyWhereThereIsNone() throws IOException {
        send("GET", PATIENCE, NOTHING);

        assertThat(asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.body()).isEmpty();
            assertThat(asked.headers()).doesNotContainKey("Content-type");
        });
    }

    @Test
    void handsOnWhatCameWithItsDateWhateverItCallsItself() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=klingon");
            reply(exchange, 402, "{\"a\":\"é\"}");
        };

        try (Response response = send("GET", PATIENCE, NOTHING)) {
            assertThat(response.getStatus()).isEqualTo(402);
            assertThat((byte[]) response.getEntity()).isEqualTo("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(response.getMediaType()).hasToString("application/json;charset=utf-8");
            assertThat(response.getHeaderString("Date")).endsWith("GMT");
        }
    }

    @Test
    void followsNoRedirect() throws IOException {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", address("/elsewhere").toString());
            reply(exchange, 302, "{}");
        };

        try (Response response = send("GET", PATIENCE, NOTHING)) {
            assertThat(response.getStatus()).isEqualTo(302);
        }
        assertThat(asked()).hasSize(1);
    }

    @Test
    void sendsAPostOnceThoughTheConnectionBreaks() {
        answer = exchange -> {};

        assertThatIOException().isThrownBy(() -> send("POST", PATIENCE, Optional.of(Map.of())));

        assertThat(asked()).hasSize(1);
    }

    @Test
    void waitsForTheHeadOfAnAnswerNoLongerThanItMay() {
        answer = exchange -> hang();

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send("GET", SHORT, NOTHING));
    }

    @Test
    void waitsForTheEndOfAnAnswerNoLongerThanItMay() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hang();
        };

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send("GET", SHORT, NOTHING));
    }

    @Test
    void readsNoAnswerThatNeverEnds() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1024 * 1024];
            for (int sent = 0; sent < 100; sent++) {
                exchange.getResponseBody().write(part);
            }
        };

        assertThatIOException()
                .isThrownBy(() -> send("GET", PATIENCE, NOTHING))
                .withMessageContaining("More than 8388608 bytes");
    }

    @Test
    void leavesWhoeverIsInterruptedInterrupted() {
        answer = exchange -> hang();
        Thread.currentThread().interrupt();

        assertThatIOException().isThrownBy(() -> send("GET", PATIENCE, NOTHING)).withMessageStartingWith("Interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    private Response send(String method, Duration patience, Optional<Object> body) throws IOException {
        List<Response> answers = new ArrayList<>();
        transport.filter(request(method, patience, body, answers));
        return answers.get(0);
    }

    private List<Asked> asked() {
        return ASKED.stream().filter(asked -> asked.path().equals(path)).toList();
    }

    private ClientRequestContext request(
            String method, Duration patience, Optional<Object> body, List<Response> answers) {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>(Map.of(
                OmiseTransport.TIMEOUT, patience, "Authorization", "Basic a2V5Og==", "Omise-Version", "2019-05-29"));
        return (ClientRequestContext) Proxy.newProxyInstance(
                OmiseTransportTest.class.getClassLoader(),
                new Class<?>[] {ClientRequestContext.class},
                (proxy, called, given) -> switch (called.getName()) {
                    case "getHeaders" -> headers;
                    case "getHeaderString" -> headers.getFirst(String.valueOf(given[0]));
                    case "getUri" -> address(path);
                    case "getMethod" -> method;
                    case "hasEntity" -> body.isPresent();
                    case "getEntity" -> body.orElseThrow();
                    case "abortWith" -> {
                        answers.add((Response) given[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static void empty(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "{}");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void hang() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
