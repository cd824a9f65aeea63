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
import dev.saphan.secret.Secret;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a payment when Omise answers, and nobody can understand it. */
@ParameterizedClass
@EnumSource(Database.class)
class OddAnswerTest {

    private static final String FOREIGN = "{\"object\":\"charge\",\"id\":\"chrg_test_foreign\",\"metadata\":{}}";

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
    void looksUpAChargeWhoseAnswerNobodyUnderstands() {
        for (String odd : List.of(
                "{}",
                "[]",
                "null",
                "",
                "{\"message\":\"down\"}",
                "{\"object\":\"charge\",\"id\":\"chrg_test_1\",\"livemode\":false,\"currency\":\"THB\",\"status\":\"pending\"}",
                "{\"id\":\"chrg_test_1\",\"livemode\":false,\"amount\":1.5,\"currency\":\"THB\",\"status\":\"pending\"}")) {
            plugin.omise()
                    .faults()
                    .add(Fault.onPath(FaultKind.ODD_ANSWER, "/charges")
                            .method("POST")
                            .body(odd));
            Order order = Order.in(plugin).by("atome_qr");

            PaymentId id = order.pay();

            assertThat(order.story(id)).as(odd).contains("attempt.unknown");
            eventually(
                    () -> assertThat(order.view(id).nextStep().type()).as(odd).isEqualTo("qr"));
            assertThat(chargesFor(id)).as(odd).isEqualTo(1);
        }
    }

    @Test
    void findsALostChargeBesideOneThatNobodyUnderstands() {
        plugin.omise().faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges"));
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.ODD_ENTRY, "/charges")
                        .method("GET")
                        .body(FOREIGN)
                        .times(1000));
        Order order = Order.in(plugin).by("atome_qr");

        PaymentId id = order.pay();

        eventually(() -> assertThat(order.view(id).nextStep().type()).isEqualTo("qr"));
    }

    @Test
    void writesNothingOffWhileAnEntryThatNobodyUnderstandsCouldBeTheCharge() {
        Order order = Order.in(plugin).by("alipay_cn");
        plugin.omise().faults().add(Fault.onPath(FaultKind.HTTP_500, "/charges").method("POST"));
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.ODD_ENTRY, "/charges")
                        .method("GET")
                        .body("{\"object\":\"charge\"}")
                        .times(1000));
        PaymentId id = order.pay();
        plugin.clock().forward(Duration.ofMinutes(4));

        assertThat(sync(order, id)).isFalse();
        assertThat(order.view(id).status()).isEqualTo("processing");

        plugin.omise().faults().clear();
        plugin.omise()
                .faults()
                .add(Fault.onPath(FaultKind.ODD_ENTRY, "/charges")
                        .method("GET")
                        .body(FOREIGN)
                        .times(1000));
        assertThat(sync(order, id)).isTrue();
        assertThat(order.view(id).status()).isEqualTo("open");
    }

    @Test
    void refusesASourceThatOmiseDoesNotKnowAndLetsTheKeyBeUsedAgain() {
        Order order = Order.in(plugin).by("atome_qr");

        for (int once = 0; once < 2; once++) {
            assertThatThrownBy(() -> order.withSource("src_test_nobodys").pay())
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.code()).isEqualTo(ErrorCode.SOURCE_UNUSABLE);
                        assertThat(problem.field()).contains("source");
                    });
        }
        PaymentId id = order.pay();
        assertThat(order.view(id).status()).isEqualTo("open");
        assertThat(order.view(id).attempts()).hasSize(1);
    }

    @Test
    void asksAgainAfterAnEventWhileTheKeysAreRefusedAndNotForWhatIsNotThere() {
        OmiseAccount account = plugin.store().account(plugin.mode());
        OmiseAccount refused = new OmiseAccount(
                account.store(), account.mode(), new Secret("skey_test_of_nobody"), Optional.empty(), List.of());

        assertThat(plugin.get(SyncAttempt.class).adopt(refused, "chrg_test_1", "webhook"))
                .isFalse();
        assertThat(plugin.get(SyncAttempt.class).adopt(account, "chrg_test_1", "webhook"))
                .isTrue();
    }

    private boolean sync(Order order, PaymentId id) {
        return plugin.get(SyncAttempt.class)
                .sync(new AttemptId(order.view(id).attempts().get(0).id()), "test");
    }

    private long chargesFor(PaymentId id) {
        return plugin.omise().books().charges().stream()
                .filter(charge -> String.valueOf(charge).contains(id.value()))
                .count();
    }
}
