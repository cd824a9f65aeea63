/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a call reaches is decided by the address that it connects to. */
class OutgoingCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1000;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            switch (exchange.getRequestURI().getPath()) {
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/secret");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/long" -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[MOST_BYTES + 1]);
                }
                case "/endless" -> drip(exchange.getResponseBody(), exchange);
                case "/silent" -> await();
                default -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void callsWhoIsAllowed() throws Exception {
        OutgoingAnswer answer = calls(true).make(call("/fine"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/", "http://localhost:%d/", "http://[::1]:%d/", "https://127.0.0.1:%d/",
                "https://127.1:%d/", "https://2130706433:%d/", "https://10.0.0.1:%d/", "https://[fd00::1]:%d/",
                "https://[64:ff9b::7f00:1]:%d/", "https://100.64.0.1:%d/"
            })
    void reachesNoNetworkOfOnesOwn(String address) {
        refused(calls(false), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254:%d/", "https://0.0.0.0:%d/", "https://[::]:%d/", "https://240.0.0.1:%d/",
                "http://10.0.0.1:%d/", "http://192.0.2.7:%d/", "http://shop.example:%d/", "http://127.0.0.2:%d/"
            })
    void theDeploymentsPermissionOpensNoMoreThanThose(String address) {
        refused(calls(true), address);
    }

    @Test
    void anAddressThatIsNotAllowedRefusesTheName() {
        InetAddress[] mixed = {address("8.8.8.8"), address("127.0.0.1")};

        refused(new OutgoingCalls(false, host -> mixed), "https://mixed.example:%d/");
        refused(new OutgoingCalls(false, host -> new InetAddress[] {mixed[1], mixed[0]}), "https://mixed.example:%d/");
    }

    @Test
    void aNameWithoutAnAddressIsNotCalled() {
        refused(new OutgoingCalls(true, host -> new InetAddress[0]), "https://none.example:%d/");
        OutgoingCalls unknown = new OutgoingCalls(true, host -> {
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> unknown.make(OutgoingCall.of("GET", at("https://none.example:%d/"), PATIENCE, 1)));
        assertThat(asked).isEmpty();
    }

    /** Whoever answers a public address for the look and a private one for the call: there is one question only. */
    @Test
    void asksForTheAddressOnceAndConnectsToThatOne() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        List<String> names = new ArrayList<>();
        OutgoingCalls calls = new OutgoingCalls(true, host -> {
            names.add(host);
            return questions.incrementAndGet() == 1
                    ? new InetAddress[] {address("127.0.0.1")}
                    : new InetAddress[] {address("169.254.169.254")};
        });

        assertThat(calls.make(call("http://localhost:%d", "/first")).status()).isEqualTo(200);

        assertThat(questions).hasValue(1);
        assertThat(names).containsExactly("localhost");
        assertThat(asked).containsExactly("GET /first");
    }

    @Test
    void aRedirectIsAnAnswerLikeAnother() throws Exception {
        OutgoingAnswer answer = calls(true).make(call("/redirect"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isPresent();
        assertThat(asked).containsExactly("GET /redirect");
    }

    @Test
    void readsNoMoreThanTheLimit() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> calls(true).make(call("/long")))
                .withMessageContaining("longer than");
    }

    /** There are a hundred connections, twenty to one host. */
    @Test
    void hasAConnectionLeftAfterManyAnswersThatWereTooLong() throws Exception {
        OutgoingCalls calls = calls(true);

        for (int call = 0; call < 120; call++) {
            assertThatExceptionOfType(AnswerTooLong.class)
                    .isThrownBy(() -> calls.make(call("/long")))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(200));
        }

        assertThat(calls.make(call("/fine")).text()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/endless"})
    void waitsNoLongerThanItsPatience(String path) {
        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> calls(true)
                        .make(OutgoingCall.of("GET", at("http://127.0.0.1:%d" + path), Duration.ofMillis(300), 1000)));
    }

    @Test
    void waitsNoLongerForANameEither() {
        OutgoingCalls calls = new OutgoingCalls(true, host -> {
            await();
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> calls.make(
                        OutgoingCall.of("GET", at("https://slow.example:%d/"), Duration.ofMillis(300), 1000)));
    }

    @Test
    void sendsNothingTwice() throws Exception {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod());
            exchange.close(); // without an answer
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> calls(true)
                        .make(OutgoingCall.of("POST", at("http://127.0.0.1:%d/"), PATIENCE, 10)
                                .sending("{}")));
        assertThat(asked).containsExactly("POST");
    }

    @Test
    void saysThatNobodyIsThere() {
        URI nobody = at("http://127.0.0.1:%d/");
        server.stop(0);

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> calls(true).make(OutgoingCall.of("GET", nobody, PATIENCE, 10)));
    }

    private void refused(OutgoingCalls calls, String address) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> calls.make(OutgoingCall.of("GET", at(address), PATIENCE, MOST_BYTES)));
        assertThat(asked).isEmpty();
    }

    private static OutgoingCalls calls(boolean privateToo) {
        return new OutgoingCalls(privateToo, InetAddress::getAllByName);
    }

    private OutgoingCall call(String path) {
        return call("http://127.0.0.1:%d", path);
    }

    private OutgoingCall call(String origin, String path) {
        return OutgoingCall.of("GET", at(origin + path), PATIENCE, MOST_BYTES);
    }

    private URI at(String address) {
        return URI.create(address.formatted(port()));
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    private void drip(OutputStream body, com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 900);
        body.write('.');
        body.flush();
        await();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
