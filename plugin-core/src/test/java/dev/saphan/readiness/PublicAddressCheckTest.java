/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.secret.Keyset;
import dev.saphan.secret.Tickets;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.Mode;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.TestClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only an answer of this installation counts, and nothing but the configured address is called. */
class PublicAddressCheckTest {

    private final TestClock clock = new TestClock();
    private final OwnAddress us = new OwnAddress(new Tickets(Keyset.parse(Keyset.generate()), clock));
    private final OwnAddress others = new OwnAddress(new Tickets(Keyset.parse(Keyset.generate()), clock));
    private final CountDownLatch over = new CountDownLatch(1);
    private Duration patience = Duration.ofSeconds(30);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void aNodeOfThisInstallationAnswers() {
        answering(exchange -> send(exchange, 200, us.answer(question(exchange)).orElse("")));

        assertThat(look("http", Mode.TEST).code()).isEqualTo("not_https");
        assertThat(look("http", Mode.TEST).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(look("http", Mode.LIVE).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void anotherInstallationAnswersWithoutKnowingTheAnswer() {
        answering(exchange -> {
            String answer = others.answer(question(exchange)).orElse("");
            send(exchange, answer.isEmpty() ? 404 : 200, answer);
        });

        assertThat(look("http", Mode.TEST).code()).isEqualTo("somebody_else");
        assertThat(look("http", Mode.TEST).facts()).contains(404);
    }

    @Test
    void whoEchoesTheQuestionIsNotUs() {
        answering(exchange -> send(exchange, 200, question(exchange)));

        assertThat(look("http", Mode.TEST).code()).isEqualTo("somebody_else");
    }

    @Test
    void aRedirectIsSaidAndNotFollowed() {
        AtomicInteger followed = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            send(exchange, 200, "");
        });
        answering(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, 302, "");
        });

        assertThat(look("http", Mode.TEST).code()).isEqualTo("redirect");
        assertThat(followed).hasValue(0);
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() {
        answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] much = "x".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
                while (over.getCount() > 0) {
                    body.write(much);
                }
            }
        });

        assertThat(look("http", Mode.TEST).code()).isEqualTo("somebody_else");
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedFor() {
        answering(exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        patience = Duration.ofMillis(300);

        assertThat(look("http", Mode.TEST)).isEqualTo(Finding.unknown("no_way", address("http")));
    }

    @Test
    void withoutAListenerNothingIsKnown() {
        server.stop(0);

        assertThat(look("http", Mode.TEST).code()).isEqualTo("no_way");
    }

    @Test
    void aServerThatDoesNotSpeakTlsFails() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> {
                try (Socket caller = plain.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    over.await();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            answering.start();
            String address = "https://127.0.0.1:" + plain.getLocalPort() + "/payments";

            assertThat(check(address).look(new Subject(new OneStore().store(), Mode.LIVE)))
                    .isEqualTo(Finding.failed("certificate", address));
        }
    }

    @Test
    void nobodyIsCalledOverPlainHttpButThisMachine() {
        Subject test = new Subject(new OneStore().store(), Mode.TEST);
        Subject live = new Subject(new OneStore().store(), Mode.LIVE);
        PublicAddressCheck check = check("http://nobody.invalid/payments");

        assertThat(check.look(test)).isEqualTo(Finding.warning("not_https", "http://nobody.invalid/payments"));
        assertThat(check.look(live)).isEqualTo(Finding.failed("not_https", "http://nobody.invalid/payments"));
    }

    @Test
    void aNameThatDoesNotExistFails() {
        assertThat(check("https://nobody.invalid/payments")
                        .look(new Subject(new OneStore().store(), Mode.LIVE))
                        .code())
                .isEqualTo("no_such_host");
    }

    @Test
    void aQuestionIsAnsweredForAMinuteAndOnlyIfWeAskedIt() {
        OwnAddress.Question question = us.ask();
        assertThat(us.answer(question.text())).contains(question.answer());
        assertThat(others.answer(question.text())).isEmpty();
        assertThat(us.answer("no question")).isEmpty();
        assertThat(us.answer("")).isEmpty();

        clock.forward(Duration.ofMinutes(1));

        assertThat(us.answer(question.text())).isEmpty();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void answering(Answering how) {
        server.createContext("/payments/reach/", how::answer);
    }

    private static String question(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String address(String scheme) {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/payments";
    }

    private Finding look(String scheme, Mode mode) {
        return check(address(scheme)).look(new Subject(new OneStore().store(), mode));
    }

    private PublicAddressCheck check(String publicUrl) {
        Deployment deployment = DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("saphan.public-url", publicUrl), "test", 100))
                .build());
        return new PublicAddressCheck(deployment, us, OutgoingCalls.of(deployment), patience);
    }
}
