/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.TestClock;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** What it means when the container's fault tolerance does not let a call out. */
class OmiseGatewayTest {

    private static final Deployment DEPLOYMENT = new Deployment(
            URI.create("https://pay.example/payments"),
            URI.create("http://127.0.0.1:9"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(90),
            Path.of("target"),
            Optional.empty(),
            false);

    private final TestClock clock = new TestClock();
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    @Test
    void surelySentNothingWhileTheCircuitIsOpen() {
        OmiseGateway gateway = gateway(new CircuitBreakerOpenException());

        assertThat(gateway.expireCharge(account, "chrg_test_1")).isInstanceOf(Answer.NotSent.class);
        assertThat(gateway.charge(account, "chrg_test_1")).isInstanceOf(Answer.NotSent.class);
    }

    @Test
    void isUnavailableUntilTheCircuitLetsACallTryAgain() {
        OmiseGateway gateway = gateway(new CircuitBreakerOpenException());
        assertThat(gateway.isAvailable()).isTrue();

        gateway.expireCharge(account, "chrg_test_1");
        assertThat(gateway.isAvailable()).isFalse();

        clock.forward(Duration.ofSeconds(6));
        assertThat(gateway.isAvailable()).isTrue();
    }

    @Test
    void surelySentNothingWhenTooManyCallsAreUnderWay() {
        OmiseGateway gateway = gateway(new BulkheadException());

        assertThat(gateway.expireCharge(account, "chrg_test_1")).isInstanceOf(Answer.NotSent.class);
        assertThat(gateway.isAvailable()).isTrue();
    }

    @Test
    void surelySentNothingWithoutAConnection() {
        OmiseTransport transport = new OmiseTransport(DEPLOYMENT);
        OmiseGateway gateway = gateway(new OmiseCalls(DEPLOYMENT, transport), transport);

        assertThat(gateway.expireCharge(account, "chrg_test_1")).isInstanceOf(Answer.NotSent.class);
    }

    private OmiseGateway gateway(RuntimeException thrown) {
        OmiseTransport transport = new OmiseTransport(DEPLOYMENT);
        return gateway(
                new OmiseCalls(DEPLOYMENT, transport) {
                    @Override
                    public OmiseAnswer write(Function<OmiseApi, Response> call) {
                        throw thrown;
                    }

                    @Override
                    public OmiseAnswer read(Function<OmiseApi, Response> call) {
                        throw thrown;
                    }
                },
                transport);
    }

    private OmiseGateway gateway(OmiseCalls calls, OmiseTransport transport) {
        return new OmiseGateway(
                calls, new OmiseDownloads(transport, DEPLOYMENT), DEPLOYMENT, new NoTransactions(), clock);
    }
}
