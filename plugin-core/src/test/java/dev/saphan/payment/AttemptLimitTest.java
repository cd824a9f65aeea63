/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saphan.method.Methods;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One shopper makes so many charges, and no more. */
@ParameterizedClass
@EnumSource(Database.class)
class AttemptLimitTest {

    private static final int MOST = 30;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
    }

    @Test
    void refusesTheNextAttemptAndLeavesTheLastOnePayable() {
        long began = System.nanoTime();
        Order order = Order.in(plugin).by("atome_qr");
        PaymentId id = order.pay();
        for (int i = 1; i < MOST; i++) {
            again(id);
        }

        Problem byPage = catchThrowableOfType(Problem.class, () -> again(id));
        Problem byApi =
                catchThrowableOfType(Problem.class, () -> order.withNewKey().pay());

        assertThat(byPage.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(byPage.retryAfter())
                .get()
                .satisfies(wait ->
                        assertThat(wait).isBetween(PERIOD.minusSeconds(1).minus(sinceThen(began)), PERIOD));
        assertThat(byApi.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(order.view(id).attempts()).hasSize(MOST);
        assertThat(order.view(id).attempts().get(MOST - 1).status())
                .as("not expired for one that may not be begun")
                .isEqualTo("pending");
    }

    private static Duration sinceThen(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void again(PaymentId id) {
        plugin.get(StartAttempt.class)
                .start(id, AttemptRequest.with(plugin.get(Methods.class).get("atome_qr")), "shopper");
    }
}
