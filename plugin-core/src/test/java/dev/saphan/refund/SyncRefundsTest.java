/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Checkout;
import dev.saphan.payment.RefundBooking;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncRefundsTest {

    private static final Money ALL = Money.ofMinor(150_000, "THB");
    private static final Money HALF = Money.ofMinor(75_000, "THB");

    private final RefundDesk desk = new RefundDesk(SomeStore.usual());
    private final PluginInMemory plugin = desk.plugin();
    private final Checkout checkout = desk.paid(ALL);

    @Test
    void enterOnceWhatWasMadeInOmisesDashboard() {
        GatewayRefund made = atOmise(HALF);
        checkout.isRead();
        checkout.isRead();

        assertThat(desk.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.origin()).isEqualTo(RefundOrigin.GATEWAY);
            assertThat(refund.gatewayRefundId()).contains(made.id());
            assertThat(refund.amount()).isEqualTo(HALF);
            assertThat(refund.requestedBy()).isEqualTo("omise");
            assertThat(refund.reason()).isEqualTo("Made at Omise");
            assertThat(refund.wasSent()).as("never to be sent by us").isTrue();
            assertThat(refund.createdAt()).isEqualTo(plugin.now());
        });
        assertThat(checkout.payment().refunded()).isEqualTo(HALF);
        assertThat(plugin.story().stream().filter(line -> line.startsWith("omise refund.succeeded")))
                .hasSize(1);
    }

    @Test
    void knowOursByItsIdBeforeItsAnswerCame() {
        plugin.omise().failNext("refund", Fault.LOSE_ANSWER);
        RefundId ours = desk.request(checkout.id(), HALF, ALL).refund();
        atOmise(HALF);

        checkout.isRead();

        assertThat(desk.refunds()).hasSize(2);
        assertThat(desk.refund(ours).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(checkout.payment().refunded()).isEqualTo(ALL);
    }

    @Test
    void followARefundThatTakesTime() {
        plugin.omise().books().letRefundsTakeTime();
        RefundId refund = desk.request(checkout.id(), HALF, ALL).refund();
        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.PENDING);
        assertThat(checkout.payment().refunded().isZero()).isTrue();

        plugin.omise().books().settleRefunds(checkout.charge(1));
        checkout.isRead();

        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(checkout.payment().refunded()).isEqualTo(HALF);
    }

    @Test
    void undoAndRaiseWhatOmiseNoLongerHas() {
        desk.request(checkout.id(), HALF, ALL);
        plugin.omise().books().enter(without());

        checkout.isRead();

        assertThat(desk.refunds()).extracting(Refund::status).containsExactly(RefundStatus.FAILED);
        assertThat(checkout.payment().refunded().isZero()).isTrue();
        assertThat(checkout.view().attention()).containsExactly("refund_failed");
        int told = plugin.messages().size();

        checkout.isRead();
        assertThat(plugin.messages()).as("once").hasSize(told);
    }

    @Test
    void undoNothingThatAnOldWordDoesNotKnowYet() {
        desk.request(checkout.id(), HALF, ALL);
        plugin.omise().books().enter(without());
        plugin.meanwhile(what -> {
            plugin.forward(Duration.ofMillis(1));
            plugin.transactions().run(() -> plugin.get(RefundBooking.class).book(checkout.payment(), HALF));
        });

        checkout.isRead();

        assertThat(desk.refunds()).extracting(Refund::status).containsOnly(RefundStatus.SUCCEEDED);
    }

    @Test
    void undoNothingWhereNotAllCanBeRead() {
        desk.request(checkout.id(), HALF, ALL);
        plugin.omise().books().enter(Retold.of(charge()).withSome(List.of()).charge());

        checkout.isRead();

        assertThat(desk.refunds()).extracting(Refund::status).containsOnly(RefundStatus.SUCCEEDED);
    }

    @Test
    void undoNothingThatOmiseNeverNamed() {
        plugin.omise().failNext("refund", Fault.LOSE_ANSWER);
        RefundId refund = desk.request(checkout.id(), HALF, ALL).refund();
        plugin.omise().books().enter(without());

        checkout.isRead();

        assertThat(desk.refund(refund).status()).isEqualTo(RefundStatus.PENDING);
    }

    @Test
    void undoOnlyWhatIsGone() {
        RefundId gone = desk.request(checkout.id(), HALF, ALL).refund();
        RefundId kept = desk.request(checkout.id(), HALF, HALF).refund();
        List<GatewayRefund> left = charge().refunds().stream()
                .filter(refund -> refund.refund().equals(Optional.of(kept.value())))
                .toList();
        plugin.omise().books().enter(Retold.of(charge()).with(left).charge());

        checkout.isRead();

        assertThat(desk.refund(gone).status()).isEqualTo(RefundStatus.FAILED);
        assertThat(desk.refund(kept).status()).isEqualTo(RefundStatus.SUCCEEDED);
        assertThat(checkout.payment().refunded()).isEqualTo(HALF);
    }

    @Test
    void tellThatItBecameAVoid() {
        desk.request(checkout.id(), ALL, ALL);
        GatewayRefund known = charge().refunds().get(0);
        GatewayRefund voided =
                new GatewayRefund(known.id(), known.amount(), known.status(), true, known.refund(), known.createdAt());
        plugin.omise().books().enter(Retold.of(charge()).with(List.of(voided)).charge());

        checkout.isRead();

        assertThat(desk.refunds()).allMatch(Refund::isVoided);
        assertThat(plugin.story()).endsWith("omise refund.succeeded: THB 1500.00 as a void " + known.id());
    }

    @Test
    void bookNothingOfAChargeThatPaidForNothing() {
        Refund ofAnother = new Refund(
                RefundId.next(),
                checkout.payment(),
                new AttemptId("att_other"),
                HALF,
                "Paid twice",
                RefundOrigin.ADMIN,
                "admin",
                null,
                plugin.now());
        plugin.get(Refunds.class).add(ofAnother);
        ofAnother.follow(new GatewayRefund(
                "rfnd_other", HALF, GatewayRefund.Status.CLOSED, false, Optional.empty(), Optional.empty()));
        atOmise(Money.ofMinor(10_000, "THB"));

        checkout.isRead();

        assertThat(checkout.payment().refunded()).isEqualTo(Money.ofMinor(10_000, "THB"));
        assertThat(ofAnother.status()).as("of another charge").isEqualTo(RefundStatus.SUCCEEDED);
    }

    private GatewayRefund atOmise(Money amount) {
        return plugin.omise()
                .books()
                .giveBack(checkout.charge(1), amount, Optional.empty(), plugin.now())
                .orElseThrow();
    }

    private Charge charge() {
        return plugin.omise().books().find(checkout.charge(1)).orElseThrow();
    }

    private Charge without() {
        return Retold.of(charge()).with(List.of()).charge();
    }
}
