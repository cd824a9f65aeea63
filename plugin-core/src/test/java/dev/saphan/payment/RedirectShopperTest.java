/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Gateway;
import dev.saphan.history.History;
import dev.saphan.history.HistoryEntry;
import dev.saphan.method.Flow;
import dev.saphan.money.Money;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Retold;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.testing.SomeStore;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RedirectShopperTest {

    private static final URI WALLET = URI.create("https://pay.omise.co/offsites/1");
    private static final URI ELSEWHERE = URI.create("https://pay.example/offsites/1");
    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Instant NOON = SomePayment.NOON;

    private final RowsInMemory rows = new RowsInMemory();
    private final Payment payment = SomePayment.open(PRICE);

    @Test
    void sendsTheShopperToTheWalletAndRemembersIt() {
        Attempt attempt = pending(Flow.REDIRECT, WALLET);

        assertThat(redirectShopper().redirect(payment.id())).contains(WALLET);

        assertThat(attempt.wasRedirected()).isTrue();
        assertThat(rows.all(HistoryEntry.class))
                .singleElement()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo("shopper.redirected"));
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotToBeTrusted() {
        Attempt attempt = pending(Flow.REDIRECT, ELSEWHERE);

        assertThat(redirectShopper().redirect(payment.id())).isEmpty();

        assertThat(attempt.wasRedirected()).isFalse();
        assertThat(rows.all(HistoryEntry.class)).isEmpty();
    }

    @Test
    void sendsNobodyAnywhereFromACode() {
        pending(Flow.QR, WALLET);

        assertThat(redirectShopper().redirect(payment.id())).isEmpty();
    }

    @Test
    void sendsNobodyToAWalletThatIsDone() {
        Attempt attempt = pending(Flow.REDIRECT, WALLET);
        attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL), NOON);

        assertThat(redirectShopper().walletPage(attempt)).isEmpty();
        assertThat(redirectShopper().redirect(payment.id())).isEmpty();
    }

    @Test
    void letsWhoWaitsForThePaymentSeeIt() {
        PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
        Checkout checkout = Checkout.of(plugin, Order.in(plugin).by("page_wallet"));
        long version = checkout.payment().version();
        plugin.forward(Duration.ofSeconds(1));

        assertThat(plugin.get(RedirectShopper.class).redirect(checkout.id())).isPresent();

        assertThat(checkout.payment().version()).isGreaterThan(version);
    }

    private Attempt pending(Flow flow, URI page) {
        Attempt attempt = payment.begin(WatchAttemptTest.method(flow), NOON);
        attempt.follow(
                Retold.of(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING))
                        .payableAt(page)
                        .charge(),
                NOON);
        return attempt;
    }

    private RedirectShopper redirectShopper() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Gateway omise = (Gateway) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Gateway.class},
                (proxy, method, arguments) -> method.getName().equals("isTrustedPage") && arguments[0].equals(WALLET));
        return new RedirectShopper(
                PaymentFakes.payments(new RowsInMemory(), payment),
                omise,
                new History(rows.entities(), clock),
                new NoTransactions(),
                clock);
    }
}
