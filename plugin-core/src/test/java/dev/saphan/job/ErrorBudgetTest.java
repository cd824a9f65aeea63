/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.alert.Alert;
import dev.saphan.alert.Alerts;
import dev.saphan.testing.Database;
import dev.saphan.testing.FailingJob;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that fails is tried again, within bounds. */
@ParameterizedClass
@EnumSource(Database.class)
class ErrorBudgetTest {

    @Parameter
    Database database;

    private final String id = UUID.randomUUID().toString();
    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void isTriedAgainAndForgottenOnceItSucceeds() {
        CountDownLatch seen = new CountDownLatch(1);
        FailingJob.failsOnceAndSucceedsAfter(id, seen);

        enter();

        eventually(() -> assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.isDead()).isFalse()));
        seen.countDown();
        eventually(() -> assertThat(failures()).isEmpty());
        assertThat(alerts()).isEmpty();
    }

    @Test
    void isGivenUpWhenItsBudgetIsUsedUpAndAPersonIsTold() {
        FailingJob.failsTimes(id, 1000);

        enter();

        eventually(() -> assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.isDead()).isTrue();
            assertThat(failure.failures()).isEqualTo(2);
            assertThat(failure.error()).isEqualTo("IllegalStateException: not yet");
        }));
        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.detail()).contains("not yet"));
        eventually(() -> assertThat(isQueued()).isFalse());
    }

    @Test
    void isDoneAfterAllWhenAPersonAsksForItAgain() {
        FailingJob.failsTimes(id, 2);
        enter();
        eventually(() -> assertThat(failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.isDead()).isTrue()));
        eventually(() -> assertThat(isQueued()).isFalse());

        assertThat(plugin.get(RetryJob.class).retry(FailingJob.NAME, id)).isTrue();

        eventually(() -> assertThat(isQueued()).isFalse());
        assertThat(failures()).isEmpty();
    }

    @Test
    void isNotTakenFromThinAir() {
        assertThat(plugin.get(RetryJob.class).retry(FailingJob.NAME, id)).isFalse();
    }

    private void enter() {
        plugin.transactions()
                .run(() -> plugin.get(Jobs.class)
                        .schedule(FailingJob.NAME, id, plugin.clock().instant()));
    }

    private boolean isQueued() {
        return plugin.transactions().call(() -> plugin.isQueued(FailingJob.NAME, id));
    }

    private List<JobFailure> failures() {
        return plugin.transactions()
                .call(() -> plugin.get(JobFailures.class).list().stream()
                        .filter(failure -> failure.subject().equals(id))
                        .toList());
    }

    private List<Alert> alerts() {
        return plugin.transactions()
                .call(() -> plugin.get(Alerts.class).open().stream()
                        .filter(alert -> alert.subject().contains(id))
                        .toList());
    }
}
