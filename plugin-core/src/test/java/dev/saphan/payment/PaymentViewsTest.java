/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.method.Channel;
import dev.saphan.method.PaymentMethod;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentView.FailureView;
import dev.saphan.payment.PaymentView.NextStep;
import dev.saphan.payment.PaymentView.QrView;
import dev.saphan.secret.Seal;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.SomeStore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentViewsTest {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Instant EXPIRY = SomePayment.NOON.plusSeconds(900);

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin);

    @Test
    void tellsTheStorefrontOfItsOrder() {
        Checkout checkout = Checkout.of(plugin, order.by("qr_wallet")).paid();
        Payment payment = checkout.payment();
        plugin.transactions().run(() -> {
            payment.raise(Attention.REFUND_FAILED, plugin.now());
            payment.raise(Attention.DUPLICATE_PAYMENT, plugin.now());
            payment.refunded(Money.ofMinor(1_000, "THB"), plugin.now());
        });

        PaymentView view = checkout.view();

        assertThat(view.id()).isEqualTo(payment.id().value());
        assertThat(view.orderReference()).isEqualTo(order.reference());
        assertThat(view.mode()).isEqualTo("test");
        assertThat(view.status()).isEqualTo("paid");
        assertThat(view.closedReason()).isNull();
        assertThat(view.amount()).isEqualTo(payment.amount());
        assertThat(view.refunded()).isEqualTo(Money.ofMinor(1_000, "THB"));
        assertThat(view.method()).isEqualTo("qr_wallet");
        assertThat(view.channel()).isEqualTo("online");
        assertThat(view.nextStep()).isEqualTo(new NextStep("none", null));
        assertThat(view.attention()).containsExactly("duplicate_payment", "refund_failed");
        assertThat(view.metadata()).isEmpty();
        assertThat(view.version()).isEqualTo(payment.version());
        assertThat(view.paidAt()).isEqualTo(plugin.now());
        assertThat(view.closesAt()).isEqualTo(payment.closesAt());
        assertThat(view.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.id()).isEqualTo(checkout.attempt(1).id().value());
            assertThat(attempt.method()).isEqualTo("qr_wallet");
            assertThat(attempt.status()).isEqualTo("successful");
            assertThat(attempt.chargeId()).isEqualTo(checkout.charge(1));
            assertThat(attempt.failure()).isNull();
        });
    }

    @Test
    void tellsWhyAPaymentIsClosed() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        plugin.get(CancelPayment.class).cancel(checkout.id(), ClosedReason.CANCELLED, "shopper");

        assertThat(checkout.view().status()).isEqualTo("closed");
        assertThat(checkout.view().closedReason()).isEqualTo("cancelled");
        assertThat(checkout.view().nextStep()).isEqualTo(new NextStep("none", null));
    }

    @Test
    void givesAnAddressThatNobodyGuesses() {
        PaymentView one = Checkout.of(plugin, order.withoutMethod()).view();
        PaymentView other = Checkout.of(plugin, order.called("O-2").withNewKey().withoutMethod())
                .view();

        assertThat(one.checkoutUrl()).startsWith("https://pay.example/payments/pay/");
        assertThat(one.checkoutUrl()).isNotEqualTo(other.checkoutUrl());
        assertThat(one.nextStep()).isEqualTo(new NextStep("choose_method", one.checkoutUrl()));
    }

    @Test
    void sendsTheShopperWhereTheMethodNeedsThem() {
        assertThat(nextStep(SomeMethods.QR, ChargeStatus.PENDING)).isEqualTo("qr");
        assertThat(nextStep(SomeMethods.PAGE, ChargeStatus.PENDING)).isEqualTo("redirect");
        assertThat(nextStep(SomeMethods.SCAN, ChargeStatus.PENDING)).isEqualTo("wait");
        assertThat(nextStep(SomeMethods.QR, ChargeStatus.FAILED)).isEqualTo("choose_method");
    }

    @Test
    void letsTheShopperWaitWhileOmiseHasNotAnswered() {
        Payment payment = open();
        payment.begin(SomeMethods.PAGE, SomePayment.NOON);

        PaymentView view = view(payment);

        assertThat(view.nextStep()).isEqualTo(new NextStep("wait", null));
        assertThat(view.status()).isEqualTo("processing");
        assertThat(view.attempts().get(0).status()).isEqualTo("unknown");
        assertThat(view.attempts().get(0).chargeId()).isNull();
    }

    @Test
    void sendsTheCashierToTheScanner() {
        Checkout checkout = Checkout.of(plugin, order.by("scan_wallet"));

        assertThat(checkout.view().nextStep())
                .isEqualTo(new NextStep("scan", "https://pay.example/payments/counter/" + checkout.id()));
        assertThat(checkout.view().channel()).isEqualTo("counter");
    }

    @Test
    void letsChooseAtTheTillWhereNothingIsScanned() {
        Order atTill = new Order(
                plugin,
                plugin.store(),
                "O-3",
                "key-of-a-till",
                order.amount(),
                Optional.empty(),
                Channel.COUNTER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Checkout none = Checkout.of(plugin, atTill);
        assertThat(none.view().nextStep().type()).isEqualTo("choose_method");

        none.payment().choose(SomeMethods.QR, plugin.now());
        assertThat(none.view().nextStep().type()).isEqualTo("choose_method");
    }

    @Test
    void showsACodeOnlyWhileItCanBePaid() {
        Payment payment = open();
        Attempt attempt = payment.begin(SomeMethods.QR, SomePayment.NOON);
        assertThat(view(payment).attempts().get(0).qr())
                .as("before there is one")
                .isNull();

        attempt.follow(code(ChargeStatus.PENDING), SomePayment.NOON);
        PaymentView view = view(payment);
        assertThat(view.attempts().get(0).qr())
                .isEqualTo(new QrView(view.checkoutUrl() + "/qr/" + attempt.id(), EXPIRY));
        assertThat(view.attempts().get(0).expiresAt()).isEqualTo(EXPIRY);

        attempt.follow(code(ChargeStatus.EXPIRED), SomePayment.NOON);
        assertThat(view(payment).attempts().get(0).qr()).as("after it is over").isNull();
    }

    @Test
    void showsNoCodeOfAMethodWithAPage() {
        Payment payment = open();
        payment.begin(SomeMethods.PAGE, SomePayment.NOON).follow(code(ChargeStatus.PENDING), SomePayment.NOON);

        assertThat(view(payment).attempts().get(0).qr()).isNull();
    }

    @Test
    void tellsAFailureInTheReadersLanguage() {
        Payment payment = open();
        payment.begin(SomeMethods.QR, SomePayment.NOON).refused(FailureCode.NOT_REACHED, "not_found", SomePayment.NOON);

        List<FailureView> failures = List.of(
                failure(view(payment)), failure(plugin.get(PaymentViews.class).of(payment, Locale.JAPANESE)));

        assertThat(failures).extracting(FailureView::code).containsOnly("not_reached");
        assertThat(failures.get(0).message()).startsWith("The payment was not started");
        assertThat(failures.get(1).message()).isNotEqualTo(failures.get(0).message());
    }

    private static FailureView failure(PaymentView view) {
        return Optional.ofNullable(view.attempts().get(0).failure()).orElseThrow();
    }

    private String nextStep(PaymentMethod method, ChargeStatus status) {
        Payment payment = open();
        payment.begin(method, SomePayment.NOON).follow(Charges.charge("chrg_1", PRICE, status), SomePayment.NOON);
        PaymentView view = view(payment);
        String url = view.nextStep().url();
        assertThat(url == null || url.equals(view.checkoutUrl())).isTrue();
        assertThat(url == null).isEqualTo(view.nextStep().type().equals("wait"));
        return view.nextStep().type();
    }

    private static Charge code(ChargeStatus status) {
        return Retold.of(Charges.charge("chrg_1", PRICE, status))
                .scannableFrom(URI.create("https://api.omise.co/1.png"))
                .expiresAt(EXPIRY)
                .charge();
    }

    private PaymentView view(Payment payment) {
        return plugin.get(PaymentViews.class).of(payment);
    }

    /** With a token of its own, as a payment has that was asked for. */
    private Payment open() {
        PaymentId id = PaymentId.next();
        PaymentOrder asked = new PaymentOrder(
                SomePayment.STORE,
                plugin.mode(),
                "O-1",
                PRICE,
                Optional.empty(),
                Optional.empty(),
                URI.create("https://shop.example/orders/1"),
                Optional.empty());
        return new Payment(id, asked, PageToken.next(id, plugin.get(Seal.class)), SomePayment.NOON, EXPIRY);
    }
}
