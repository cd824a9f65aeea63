/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class FindPaymentsTest {

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Order order;
    private PaymentId id;

    @BeforeEach
    void pay() {
        plugin = TestPlugin.on(database);
        order = Order.in(plugin).by("atome_qr");
        id = order.pay();
    }

    @Test
    void findsAPaymentByTheTokenOfItsPage() {
        String page = order.view(id).checkoutUrl();
        String token = page.substring(page.lastIndexOf('/') + 1);

        assertThat(byToken(token)).contains(id);
        assertThat(byToken("nobodys")).isEmpty();
    }

    @Test
    void listsThePaymentsOfAnOrderNewestFirst() {
        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        PaymentId second = order.withNewKey().pay();

        assertThat(ofOrder(plugin.mode())).containsExactly(second, id);
        assertThat(ofOrder(Mode.LIVE)).isEmpty();
    }

    @Test
    void knowsWhetherAnotherPaymentOfTheOrderIsOpenOrPaid() {
        assertThat(hasAnother(id)).isFalse();

        plugin.get(CancelPayment.class).cancel(id, ClosedReason.CANCELLED, "shopper");
        PaymentId second = order.withNewKey().pay();

        assertThat(hasAnother(id)).isTrue();
        assertThat(hasAnother(second)).isFalse();
    }

    @Test
    void findsAnAttemptByItsCharge() {
        String charge = charge();

        assertThat(byCharge(plugin.mode(), charge)).contains(attempt());
        assertThat(byCharge(Mode.LIVE, charge)).isEmpty();
        assertThat(attempts(all -> all.ofCharges(List.of(charge, "chrg_nobodys"))))
                .containsExactly(attempt());
        assertThat(attempts(all -> all.ofCharges(List.of()))).isEmpty();
    }

    @Test
    void findsAttemptsByTheirIds() {
        AttemptId attempt = attempt();

        assertThat(attempts(all -> all.all(List.of(attempt, new AttemptId("att_nobodys")))))
                .containsExactly(attempt);
        assertThat(attempts(all -> all.all(List.of()))).isEmpty();
    }

    @Test
    void listsTheAttemptsOfATimeBehindTheOneThatWasSeen() {
        PaymentId next = Order.in(plugin).by("atome_qr").pay();
        AttemptId second = new AttemptId(order.view(next).attempts().get(0).id());
        Instant from = order.view(id).attempts().get(0).createdAt();

        assertThat(made(from, from.plus(Duration.ofHours(1)), "", 1_000)).containsSubsequence(attempt(), second);
        assertThat(made(from, from.plus(Duration.ofHours(1)), attempt().value(), 1_000))
                .contains(second)
                .doesNotContain(attempt());
        assertThat(made(from, from.plus(Duration.ofHours(1)), "", 1)).hasSize(1);
        assertThat(made(from, from, "", 1_000)).as("its end is not in it").isEmpty();
    }

    private List<AttemptId> made(Instant from, Instant until, String after, int most) {
        return attempts(all -> all.made(new AccountKey(TestPlugin.STORE, plugin.mode()), from, until, after, most));
    }

    private List<AttemptId> attempts(Function<Attempts, Collection<Attempt>> look) {
        return plugin.transactions()
                .call(() -> look.apply(plugin.get(Attempts.class)).stream()
                        .map(Attempt::id)
                        .toList());
    }

    private List<PaymentId> ofOrder(Mode mode) {
        return plugin.transactions()
                .call(() -> all().ofOrder(TestPlugin.STORE, mode, order.reference()).stream()
                        .map(Payment::id)
                        .toList());
    }

    private Optional<PaymentId> byToken(String token) {
        return plugin.transactions().call(() -> all().findByToken(token).map(Payment::id));
    }

    private Optional<AttemptId> byCharge(Mode mode, String charge) {
        return plugin.transactions()
                .call(() -> all().findAttemptByCharge(TestPlugin.STORE, mode, charge)
                        .map(Attempt::id));
    }

    private boolean hasAnother(PaymentId payment) {
        return plugin.transactions()
                .call(() -> all().hasAnotherActive(all().find(payment).orElseThrow()));
    }

    private Payments all() {
        return plugin.get(Payments.class);
    }

    private AttemptId attempt() {
        return new AttemptId(order.view(id).attempts().get(0).id());
    }

    private String charge() {
        return Objects.requireNonNull(order.view(id).attempts().get(0).chargeId());
    }
}
