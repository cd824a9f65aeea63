/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.simulator.OmiseSimulator;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Events;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is let out to Omise, and what it means when nothing is. */
class OmiseGatewayTest {

    private static final int AT_ONCE = 4;

    private final OmiseSimulator omise = OmiseSimulator.builder().start();
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    @AfterEach
    void stop() {
        omise.close();
    }

    @Test
    void surelySendsNothingWhileTheCircuitIsOpen() {
        OmiseGateway gateway = gateway(omise.url(), Duration.ofMinutes(5));
        omise.faults().add(Fault.of(FaultKind.HTTP_500).times(1000));
        assertThat(gateway.isAvailable()).isTrue();

        List<? extends Answer<Charge>> answers = IntStream.range(0, 20)
                .mapToObj(number -> gateway.expireCharge(account, "chrg_test_1"))
                .toList();

        assertThat(answers.get(0)).isInstanceOf(Answer.Unknown.class);
        assertThat(answers.get(19)).isInstanceOf(Answer.NotSent.class);
        assertThat(gateway.isAvailable()).isFalse();
        assertThat(omise.requests()).hasSizeLessThan(20);
    }

    @Test
    void letsACallTryAgainAfterAWhile() {
        OmiseGateway gateway = gateway(omise.url(), Duration.ofMillis(50));
        omise.faults().add(Fault.of(FaultKind.HTTP_500).times(8));
        IntStream.range(0, 8).forEach(number -> gateway.expireCharge(account, "chrg_test_1"));

        eventually(() -> assertThat(gateway.isAvailable()).isTrue());
        assertThat(gateway.expireCharge(account, "chrg_test_1")).isNotInstanceOf(Answer.NotSent.class);
    }

    @Test
    void goesOnAfterManyMoreWereRefusedThanItHolds() throws Exception {
        OmiseGateway gateway = gateway(omise.url(), Duration.ofMinutes(5));
        omise.faults()
                .add(Fault.of(FaultKind.LATENCY).delay(Duration.ofMillis(2500)).times(AT_ONCE));
        ExecutorService callers = Executors.newCachedThreadPool();

        List<Future<Answer<Charge>>> answers = IntStream.range(0, 11 * AT_ONCE)
                .mapToObj(number -> callers.submit(() -> gateway.expireCharge(account, "chrg_test_1")))
                .toList();

        long sent = 0;
        for (Future<Answer<Charge>> answer : answers) {
            sent += answer.get() instanceof Answer.NotSent ? 0 : 1;
        }
        assertThat(sent).isBetween((long) AT_ONCE, 3L * AT_ONCE);
        assertThat(gateway.isAvailable()).isTrue();
        assertThat(gateway.expireCharge(account, "chrg_test_1")).isNotInstanceOf(Answer.NotSent.class);
        callers.shutdown();
    }

    @Test
    void readsAChargeForManyAtOnceAFewTimes() throws Exception {
        OmiseGateway gateway = gateway(omise.url(), Duration.ofMinutes(5));
        omise.faults()
                .add(Fault.of(FaultKind.LATENCY).delay(Duration.ofMillis(400)).times(1000));
        ExecutorService readers = Executors.newCachedThreadPool();

        List<Future<Answer<Charge>>> answers = IntStream.range(0, 150)
                .mapToObj(
                        number -> readers.submit(() -> gateway.charge(account, "chrg_test_1", Duration.ofSeconds(30))))
                .toList();
        for (Future<Answer<Charge>> answer : answers) {
            assertThat(answer.get()).isInstanceOf(Answer.Denied.class);
        }

        assertThat(omise.requests()).hasSizeLessThan(10);
        readers.shutdown();
    }

    @Test
    void surelySendsNothingWithoutAConnection() {
        OmiseGateway gateway = gateway(URI.create("http://127.0.0.1:9"), Duration.ofMinutes(5));

        assertThat(gateway.expireCharge(account, "chrg_test_1")).isInstanceOf(Answer.NotSent.class);
    }

    static OmiseGateway gateway(URI url, Duration probePeriod) {
        Deployment deployment = DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "saphan.public-url",
                                "https://pay.example/payments",
                                "saphan.omise.url",
                                url.toString(),
                                "saphan.omise.calls-at-once",
                                String.valueOf(AT_ONCE)),
                        "test",
                        100))
                .build());
        OmiseTransport transport = new OmiseTransport(deployment);
        return new OmiseGateway(
                new OmiseRequests(
                        new OmiseCalls(
                                deployment,
                                transport,
                                new OutageDetector(nobodyListens(), nobodyListens(), Clock.systemUTC()),
                                probePeriod),
                        deployment,
                        new NoTransactions(),
                        nobodyListens()),
                new OmiseDownloads(OutgoingCalls.of(deployment), deployment),
                new OmiseReport(nobodyListens(), Clock.systemUTC()),
                deployment);
    }

    private static <T> Event<T> nobodyListens() {
        return Events.into(new ArrayList<>());
    }
}
