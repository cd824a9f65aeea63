/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static dev.saphan.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a payment when Omise's answer does not come. */
@ParameterizedClass
@EnumSource(Database.class)
class UnknownOutcomeTest {

    @Parameter
    Database database;

    private TestPlugin plugin;

    @BeforeEach
    void start() {
        plugin = TestPlugin.on(database);
        plugin.omise().faults().clear();
    }

    @AfterEach
    void calm() {
        plugin.clock().reset();
        plugin.omise().faults().clear();
    }

    @Test
    void findsTheChargeWhoseAnswerWasLostAndAsksOnlyOnce() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges"));
        Order order = Order.in(plugin).by("atome_qr");

        PaymentId id = order.pay();

        assertThat(order.story(id)).contains("attempt.unknown");
        eventually(() -> assertThat(order.view(id).nextStep().type()).isEqualTo("qr"));
        assertThat(chargesFor(id)).isEqualTo(1);
    }

    @Test
    void doesNotStartASecondChargeWhileTheFirstIsUnknown() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.HTTP_500, "/charges").times(1000));
        Order order = Order.in(plugin).by("alipay_cn");

        PaymentId id = order.pay();

        assertThat(order.view(id).status()).isEqualTo("processing");
        assertThat(order.view(id).nextStep().type()).isEqualTo("wait");
        assertThatThrownBy(() -> order.withNewKey().pay())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
    }

    @Test
    void writesAnAttemptOffWhenOmiseSurelyNeverHadIt() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.HTTP_500, "/charges").method("POST"));
        Order order = Order.in(plugin).by("alipay_cn");
        PaymentId id = order.pay();
        AttemptId attempt = new AttemptId(order.view(id).attempts().get(0).id());
        plugin.omise().faults().clear();

        assertThat(plugin.get(SyncAttempt.class).sync(attempt, "test")).isFalse();
        plugin.clock().forward(java.time.Duration.ofMinutes(4));
        assertThat(plugin.get(SyncAttempt.class).sync(attempt, "test")).isTrue();

        assertThat(order.view(id).status()).isEqualTo("open");
        assertThat(order.view(id).attempts().get(0).failure())
                .satisfies(failure ->
                        assertThat(Objects.requireNonNull(failure).code()).isEqualTo("not_reached"));
        assertThat(order.withNewKey().pay()).isEqualTo(id);
    }

    private long chargesFor(PaymentId id) {
        return plugin.omise().books().charges().stream()
                .filter(charge -> String.valueOf(charge).contains(id.value()))
                .count();
    }
}
