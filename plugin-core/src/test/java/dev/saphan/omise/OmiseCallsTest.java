/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.saphan.gateway.GatewayOutage;
import dev.saphan.gateway.GatewayRecovered;
import dev.saphan.settings.Deployment;
import dev.saphan.testing.Events;
import dev.saphan.testing.StoppedClock;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came back is Omise's word or a fault, and what surely did not arrive may be asked again. */
class OmiseCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final OmiseCalls.Call CALL = (api, timeout) -> api.account("Basic none", timeout.toString());

    private final Deployment deployment = SaidByOmise.deployment();
    private final Wire wire = new Wire(deployment);
    private final StoppedClock clock = new StoppedClock();
    private final List<Object> told = new ArrayList<>();
    private final OmiseCalls calls = new OmiseCalls(
            deployment, wire, new OutageDetector(Events.into(told), Events.into(told), clock), Duration.ofDays(1));

    /** Stands for the network. */
    private static final class Wire extends OmiseTransport {

        private int status = 200;
        private String body = "{}";
        private Optional<String> date = Optional.empty();
        private final List<Exception> failures = new ArrayList<>();
        private int asked;

        Wire(Deployment deployment) {
            super(deployment);
        }

        @Override
        public void filter(ClientRequestContext request) throws IOException {
            asked++;
            if (!failures.isEmpty()) {
                fail(failures.remove(0));
            }
            var answer = Response.status(status).type(MediaType.APPLICATION_JSON_TYPE);
            if (!body.isEmpty()) {
                answer.entity(body.getBytes(StandardCharsets.UTF_8));
            }
            date.ifPresent(text -> answer.header("Date", text));
            request.abortWith(answer.build());
        }

        private static void fail(Exception failure) throws IOException {
            if (failure instanceof IOException known) {
                throw known;
            }
            throw (RuntimeException) failure;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 302, 401, 404, 429, 499})
    void whatOmiseSaysBelowFiveHundredIsItsWord(int status) {
        wire.status = status;

        assertThat(calls.write(PATIENCE, CALL)).isEqualTo(new OmiseAnswer(status, "{}", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 599})
    void aServerThatFailsGivesNoAnswer(int status) {
        wire.status = status;

        assertThatExceptionOfType(GatewayFault.NoAnswer.class)
                .isThrownBy(() -> calls.read(PATIENCE, CALL))
                .withMessage("status " + status);
        assertThat(wire.asked).as("it did arrive").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "\"down\"", "down {}"})
    void whatIsNoObjectIsNoAnswer(String body) {
        wire.body = body;

        assertThatExceptionOfType(GatewayFault.NoAnswer.class)
                .isThrownBy(() -> calls.write(PATIENCE, CALL))
                .withMessage("status 200 without JSON");
    }

    @Test
    void anObjectMayBeIndented() {
        wire.body = "\n  {}";

        assertThat(calls.write(PATIENCE, CALL).body()).isEqualTo("\n  {}");
    }

    @Test
    void anAnswerIsDatedByOmisesClock() {
        wire.date = Optional.of("Mon, 2 Mar 2026 05:00:00 GMT");
        assertThat(calls.read(PATIENCE, CALL).date()).contains(Instant.parse("2026-03-02T05:00:00Z"));

        wire.date = Optional.of("yesterday");
        assertThat(calls.read(PATIENCE, CALL).date()).isEmpty();
    }

    static List<Exception> unconnected() {
        return List.of(
                new ConnectException("refused"),
                new HttpConnectTimeoutException("nobody there"),
                new IOException(new ConnectException("refused")),
                new IOException(new UnresolvedAddressException()));
    }

    @ParameterizedTest
    @MethodSource("unconnected")
    void aReadThatSurelyDidNotArriveIsAskedAgain(Exception failure) {
        wire.failures.add(failure);

        assertThat(calls.read(PATIENCE, CALL).status()).isEqualTo(200);

        assertThat(wire.asked).isEqualTo(2);
    }

    @Test
    void aReadIsNotAskedAFourthTime() {
        IntStream.range(0, 9).forEach(time -> wire.failures.add(new ConnectException("refused")));

        assertThatExceptionOfType(GatewayFault.NotConnected.class).isThrownBy(() -> calls.read(PATIENCE, CALL));

        assertThat(wire.asked).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("unconnected")
    void aWriteIsNeverSentAgainThoughItSurelyDidNotArrive(Exception failure) {
        wire.failures.add(failure);

        assertThatExceptionOfType(GatewayFault.NotConnected.class).isThrownBy(() -> calls.write(PATIENCE, CALL));

        assertThat(wire.asked).isEqualTo(1);
    }

    static List<Exception> lost() {
        return List.of(
                new SocketException("reset"),
                new HttpTimeoutException("silence"),
                new IOException("More than 8 bytes"));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whatMayHaveArrivedIsUnknownAndNotAskedAgain(Exception failure) {
        wire.failures.add(failure);
        assertThatExceptionOfType(GatewayFault.NoAnswer.class)
                .isThrownBy(() -> calls.read(PATIENCE, CALL))
                .withMessageContaining(String.valueOf(failure.getMessage()));

        wire.failures.add(failure);
        assertThatExceptionOfType(GatewayFault.NoAnswer.class).isThrownBy(() -> calls.write(PATIENCE, CALL));

        assertThat(wire.asked).isEqualTo(2);
    }

    @Test
    void nothingIsSentWhenNoTimeIsLeft() {
        assertThatExceptionOfType(GatewayFault.NotLetOut.class)
                .isThrownBy(() -> calls.write(Duration.ZERO, CALL))
                .withMessage("no time left");
        assertThatExceptionOfType(GatewayFault.NotLetOut.class)
                .isThrownBy(() -> calls.read(Duration.ofSeconds(-1), CALL))
                .withMessage("no time left");
        assertThat(wire.asked).isZero();
    }

    @Test
    void theCallIsGivenNoMoreThanItsTime() {
        List<Duration> given = new ArrayList<>();

        calls.read(PATIENCE, (api, timeout) -> {
            given.add(timeout);
            return api.account("Basic none", timeout.toString());
        });

        assertThat(given)
                .singleElement()
                .satisfies(left -> assertThat(left).isBetween(PATIENCE.dividedBy(2), PATIENCE));
    }

    @Test
    void writesThatFailKeepNoReadsIn() {
        wire.status = 500;
        IntStream.range(0, 6)
                .forEach(time ->
                        assertThatExceptionOfType(GatewayFault.class).isThrownBy(() -> calls.write(PATIENCE, CALL)));
        assertThat(calls.isAvailable()).isFalse();

        wire.status = 200;

        assertThat(calls.read(PATIENCE, CALL).status()).isEqualTo(200);
        assertThatExceptionOfType(GatewayFault.NotLetOut.class).isThrownBy(() -> calls.write(PATIENCE, CALL));
    }

    @Test
    void readsThatFailKeepNoWritesIn() {
        wire.status = 500;
        IntStream.range(0, 6)
                .forEach(time ->
                        assertThatExceptionOfType(GatewayFault.class).isThrownBy(() -> calls.read(PATIENCE, CALL)));

        assertThat(calls.isAvailable()).isTrue();
    }

    @Test
    void anOutageIsNoticedAndItsEnd() {
        calls.read(PATIENCE, CALL);
        wire.status = 500;
        assertThatExceptionOfType(GatewayFault.class).isThrownBy(() -> calls.read(PATIENCE, CALL));
        assertThat(calls.state().failingSince()).contains(StoppedClock.NOON);
        clock.forward(Duration.ofMinutes(1));
        assertThatExceptionOfType(GatewayFault.class).isThrownBy(() -> calls.write(PATIENCE, CALL));

        wire.status = 404;
        calls.read(PATIENCE, CALL);

        assertThat(told)
                .containsExactly(
                        new GatewayRecovered(StoppedClock.NOON),
                        new GatewayOutage(StoppedClock.NOON, "status 500"),
                        new GatewayRecovered(StoppedClock.NOON.plusSeconds(60)));
        assertThat(calls.state().failingSince()).isEmpty();
    }
}
