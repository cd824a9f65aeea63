/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container is asked to tell at the end of a transaction. */
class JtaTransactionsTest {

    private static final Deployment DEPLOYMENT = DeploymentReader.read(new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of("saphan.public-url", "https://pay.example/payments"), "test", 100))
            .build());

    private final List<Synchronization> interposed = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private JtaTransactions transactions;

    @BeforeEach
    @SuppressWarnings("NullAway")
    void make() {
        transactions = new JtaTransactions(null, new TransactionPermits(1, Duration.ZERO), DEPLOYMENT);
        transactions.registry = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("registerInterposedSynchronization");
                    interposed.add((Synchronization) arguments[0]);
                    return null;
                });
    }

    @Test
    void doesWhatComesAfterwardsWhenTheWorkIsKept() {
        transactions.afterCommit(() -> done.add("bell"));
        assertThat(done).isEmpty();

        end(Status.STATUS_COMMITTED);

        assertThat(done).containsExactly("bell");
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
    void doesItNotWhenTheWorkIsNotKeptOrNobodyKnows(int status) {
        transactions.afterCommit(() -> done.add("bell"));

        end(status);

        assertThat(done).isEmpty();
    }

    private void end(int status) {
        interposed.forEach(Synchronization::beforeCompletion);
        interposed.forEach(told -> told.afterCompletion(status));
    }
}
