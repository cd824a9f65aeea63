/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.testing.Events;
import dev.saphan.testing.NoTransactions;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives Omise's side of every call, without a network: a status and a body. Keeps what was asked. */
final class SaidByOmise extends OmiseCalls {

    /** Noon in the summer of 2026, which the answer is dated with. */
    static final Instant TODAY = Instant.parse("2026-07-01T12:00:00Z");

    private static final Response GIVEN = Response.ok().build();

    private final Deployment deployment;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Object> told = new ArrayList<>();
    private Function<Asked, OmiseAnswer> answers = call -> answer(0, "");

    /**
     * A call of the API's.
     *
     * @param sent {@code once}, or {@code again} where it may be sent again
     * @param timeout how long an answer is waited for
     * @param with what the call was given beside key and time limit
     */
    record Asked(String sent, String call, String key, Duration timeout, List<@Nullable Object> with) {}

    private SaidByOmise(Deployment deployment) {
        super(
                deployment,
                new OmiseTransport(deployment),
                new OutageDetector(Events.into(new ArrayList<>()), Events.into(new ArrayList<>()), Clock.systemUTC()),
                Duration.ofMinutes(5));
        this.deployment = deployment;
    }

    static SaidByOmise nothing() {
        return new SaidByOmise(deployment());
    }

    /** As it is configured where nobody says otherwise; Omise is nowhere. */
    static Deployment deployment() {
        return DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "saphan.public-url",
                                "https://pay.example/payments",
                                "saphan.omise.url",
                                "http://127.0.0.1:9"),
                        "test",
                        100))
                .build());
    }

    OmiseGateway gateway() {
        return new OmiseGateway(
                new OmiseRequests(this, deployment, new NoTransactions(), Events.into(told)),
                new OmiseDownloads(OutgoingCalls.of(deployment), deployment),
                new OmiseReport(Events.into(told), Clock.systemUTC()),
                deployment);
    }

    /** From now on. */
    void says(String other) {
        says(200, other);
    }

    void says(int status, String body) {
        answers(call -> answer(status, body));
    }

    /** From now on; what it throws is what becomes of the call. */
    void answers(Function<Asked, OmiseAnswer> other) {
        answers = other;
    }

    static OmiseAnswer answer(int status, String body) {
        return new OmiseAnswer(status, body, Optional.of(TODAY));
    }

    List<Asked> asked() {
        return asked;
    }

    /** The events that the gateway fired. */
    List<Object> told() {
        return told;
    }

    @Override
    OmiseAnswer write(Duration timeout, Call call) {
        return answer("once", timeout, call);
    }

    @Override
    OmiseAnswer read(Duration timeout, Call call) {
        return answer("again", timeout, call);
    }

    private OmiseAnswer answer(String sent, Duration timeout, Call call) {
        assertThat(call.of(recording(sent), timeout)).as("handed on").isSameAs(GIVEN);
        return answers.apply(asked.get(asked.size() - 1));
    }

    private OmiseApi recording(String sent) {
        return (OmiseApi) Proxy.newProxyInstance(
                OmiseApi.class.getClassLoader(), new Class<?>[] {OmiseApi.class}, (proxy, method, given) -> {
                    asked.add(new Asked(
                            sent,
                            method.getName(),
                            String.valueOf(given[0]),
                            Duration.parse(String.valueOf(given[1])),
                            Arrays.asList(given).subList(2, given.length)));
                    return GIVEN;
                });
    }
}
