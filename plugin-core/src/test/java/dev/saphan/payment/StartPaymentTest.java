/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Channel;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Refused;
import dev.saphan.testing.SomeStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StartPaymentTest {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Money OTHER_PRICE = Money.ofMinor(200_000, "THB");

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin).by("qr_wallet");

    @Test
    void writesTheIntentDownAndAsksForOneCharge() {
        Checkout checkout = Checkout.of(plugin, order);
        Payment payment = checkout.payment();

        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(payment.createdAt()).isEqualTo(plugin.now());
        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.PENDING);
        assertThat(plugin.omise().requests()).singleElement().satisfies(asked -> {
            assertThat(asked.attempt()).isEqualTo(checkout.attempt(1).id().value());
            assertThat(asked.payment()).isEqualTo(payment.id().value());
            assertThat(asked.orderReference()).isEqualTo(order.reference());
            assertThat(asked.amount()).isEqualTo(PRICE);
            assertThat(asked.sourceType()).isEqualTo("qr_wallet");
            assertThat(asked.returnUri().toString()).startsWith("https://pay.example/payments/return/");
            assertThat(asked.expiresAt()).isEmpty();
        });
        assertThat(plugin.story())
                .containsSubsequence(
                        "storefront payment.opened: THB 1500.00 key "
                                + order.key().substring(0, 6) + "…",
                        "storefront attempt.started: qr_wallet",
                        "omise attempt.pending: qr_wallet " + checkout.charge(1));
    }

    @Test
    void closesItAfterThePaymentLifeOfTheStore() {
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(checkout.payment().closesAt()).isEqualTo(plugin.now().plus(Duration.ofDays(7)));
        assertThat(plugin.jobs().due(ClosePayment.NAME, checkout.id().value()))
                .contains(plugin.now().plus(Duration.ofDays(7)));
    }

    @Test
    void answersTheSameKeyWithTheSamePayment() {
        PaymentId first = order.pay();

        assertThat(order.pay()).isEqualTo(first);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void keepsWhatTheMethodTellsOmiseAboutTheShopper() {
        PaymentDetails details = new PaymentDetails("Somchai", null, null, "203.0.113.7", null, null, null, null, null);
        start(order, details, Optional.empty());

        ChargeRequest asked = plugin.omise().requests().get(0);
        assertThat(asked.sourceFields()).containsOnly(entry("name", "Somchai"));
        assertThat(asked.ip()).contains("203.0.113.7");
    }

    @Test
    void asksForNoChargeBeforeAMethodIsChosen() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        assertThat(plugin.omise().requests()).isEmpty();
        assertThat(checkout.payment().attempts()).isEmpty();
        assertThat(checkout.payment().method()).isEmpty();
        assertThat(order.withoutMethod().pay()).as("by the same key").isEqualTo(checkout.id());
        assertThat(plugin.story()).as("not asked for again").hasSize(1);
    }

    @Test
    void waitsForTheCashierToScan() {
        Checkout checkout = Checkout.of(plugin, order.by("scan_wallet"));

        assertThat(plugin.omise().requests()).isEmpty();
        assertThat(checkout.payment().method()).contains("scan_wallet");
        assertThat(order.by("scan_wallet").pay()).as("by the same key").isEqualTo(checkout.id());
    }

    @Test
    void chargesACodeThatWasScannedAtOnce() {
        Checkout checkout = Checkout.of(plugin, order.by("scan_wallet").scanning("2801 2345 6789 0123 45"));

        assertThat(checkout.payment().attempts()).hasSize(1);
        assertThat(plugin.omise().requests().get(0).sourceFields()).containsEntry("barcode", "280123456789012345");
    }

    @Test
    void leavesNothingOfAPaymentWhoseCallSurelyNeverLeft() {
        plugin.omise().failNext("create", Fault.NOT_SENT);

        assertThat(Refused.code(order::pay)).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(plugin.rows().all(Payment.class)).isEmpty();

        assertThat(Checkout.of(plugin, order).payment().attempts())
                .as("by the same key")
                .hasSize(1);
    }

    @Test
    void takesOnlyTheAttemptBackWhereThePaymentWasOpenBefore() {
        PaymentId id = order.withoutMethod().pay();
        Order again = order.withNewKey();
        plugin.omise().failNext("create", Fault.NOT_SENT);

        assertThat(Refused.code(again::pay)).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(plugin.rows().all(Attempt.class)).isEmpty();
        assertThat(plugin.story()).contains("saphan attempt.not_sent: qr_wallet");

        assertThat(again.pay()).as("by the same key").isEqualTo(id);
        assertThat(plugin.rows().all(Attempt.class)).hasSize(1);
    }

    @Test
    void refusesASourceThatOmiseDoesNotKnow() {
        plugin.omise().answerNext("create", new Answer.NotFound<>("404 not_found"));

        Problem problem = Refused.problem(() -> order.withSource("src_1").pay());

        assertThat(problem.code()).isEqualTo(ErrorCode.SOURCE_UNUSABLE);
        assertThat(problem.field()).contains("source");
        assertThat(plugin.omise().requests().get(0).sourceId()).contains("src_1");
        assertThat(plugin.rows().all(Payment.class)).isEmpty();
    }

    @Test
    void doesNotChargeAnOrderThatIsPaid() {
        Checkout.of(plugin, order).paid();

        assertThat(Refused.code(() -> order.withNewKey().pay())).isEqualTo(ErrorCode.ORDER_ALREADY_PAID);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void saysWhichPaymentIsOpenOverAnotherAmount() {
        PaymentId open = order.pay();
        Order changed = order.withNewKey().over(OTHER_PRICE);

        Problem problem = Refused.problem(changed::pay);

        assertThat(problem.code()).isEqualTo(ErrorCode.ORDER_AMOUNT_CHANGED);
        assertThat(problem.arguments()).containsExactly(PRICE);
        assertThat(problem.members()).containsEntry("payment", open.value());
        assertThat(Refused.code(() -> changed.replacing(PaymentId.next()).pay()))
                .isEqualTo(ErrorCode.ORDER_AMOUNT_CHANGED);
    }

    @Test
    void closesTheOpenPaymentThatItReplaces() {
        Checkout open = Checkout.of(plugin, order);

        Checkout next = Checkout.of(plugin, order.withNewKey().over(OTHER_PRICE).replacing(open.id()));

        assertThat(open.payment().status()).isEqualTo(PaymentStatus.CLOSED);
        assertThat(open.attempt(1).status()).isEqualTo(AttemptStatus.EXPIRED);
        assertThat(plugin.story()).contains("saphan payment.closed: cancelled");
        assertThat(next.payment().amount()).isEqualTo(OTHER_PRICE);
        assertThat(plugin.omise().books().wrongs()).isEmpty();
    }

    @Test
    void replacesNothingThatIsNotSurelyOver() {
        PaymentId open = order.pay();
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        assertThat(Refused.code(() ->
                        order.withNewKey().over(OTHER_PRICE).replacing(open).pay()))
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(plugin.omise().requests()).hasSize(1);
        assertThat(asked).as("and no second time").containsOnlyOnce("ask to expire");
    }

    @Test
    void expiresTheOldChargeBeforeAnotherIsMade() {
        Checkout checkout = Checkout.of(plugin, order);
        PaymentId again = order.withNewKey().by("page_wallet").pay();

        assertThat(again).isEqualTo(checkout.id());
        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.EXPIRED);
        assertThat(checkout.attempt(2).status()).isEqualTo(AttemptStatus.PENDING);
        assertThat(checkout.payment().method()).contains("page_wallet");
        assertThat(plugin.omise().books().wrongs()).isEmpty();
        assertThat(plugin.story())
                .anyMatch(line -> line.startsWith("storefront payment.asked_again: THB 1500.00 key "));
    }

    @Test
    void makesNoSecondChargeWhileTheFirstIsNotSurelyOver() {
        order.pay();
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        assertThat(Refused.code(() -> order.withNewKey().pay())).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(plugin.omise().requests()).hasSize(1);
        assertThat(asked).as("and no second time").containsOnlyOnce("ask to expire");
    }

    @Test
    void makesNoSecondChargeBeforeTheFirstIsAnswered() {
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(checkout.view().status()).isEqualTo("processing");
        assertThat(Refused.code(() -> order.withNewKey().pay())).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void isGivenUpWhereOthersAreFasterAgainAndAgain() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.meanwhile(what -> {
            if (what.equals("hear of expire")) {
                anotherIsLive(checkout);
            }
        });

        assertThat(Refused.code(() -> order.withNewKey().pay())).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(checkout.payment().attempts()).as("four rounds").hasSize(5);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void beginsNoMoreAttemptsThanAreAllowedAndLeavesTheLastPayable() {
        Checkout checkout = Checkout.of(plugin, order);
        for (int number = 2; number <= 30; number++) {
            order.withNewKey().pay();
        }

        assertThat(Refused.code(() -> order.withNewKey().pay())).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(checkout.attempt(30).status()).isEqualTo(AttemptStatus.PENDING);

        plugin.forward(Duration.ofMinutes(10));
        assertThat(order.withNewKey().pay()).isEqualTo(checkout.id());
    }

    @Test
    void refusesAnAmountThatTheMethodDoesNotTake() {
        assertThat(Refused.code(() -> order.over(Money.ofMinor(1_999, "THB")).pay()))
                .isEqualTo(ErrorCode.AMOUNT_BELOW_MINIMUM);
        assertThat(plugin.rows().all(Payment.class)).isEmpty();
    }

    @Test
    void staysAtTheTillWhereTheNewestRequestDoesNotSayOtherwise() {
        Checkout checkout = Checkout.of(plugin, order.by("scan_wallet"));

        start(order.withNewKey().by("scan_wallet"), PaymentDetails.NONE, Optional.empty());

        assertThat(checkout.payment().channel()).isEqualTo(Channel.COUNTER);
        assertThat(plugin.story()).noneMatch(line -> line.contains("channel_changed"));
    }

    @Test
    void isOnlineAgainWhereItReplacesOneThatWasAtTheTill() {
        PaymentId atTill = order.by("scan_wallet").pay();
        Order other = order.withNewKey().over(OTHER_PRICE).by("page_wallet").replacing(atTill);

        PaymentId online = start(other, PaymentDetails.NONE, Optional.empty());

        assertThat(plugin.get(Payments.class).find(online).orElseThrow().channel())
                .isEqualTo(Channel.ONLINE);
    }

    @Test
    void followsWhatTheNewestRequestSays() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        start(order.withNewKey(), PaymentDetails.NONE, Optional.of(Channel.COUNTER));

        assertThat(checkout.payment().channel()).isEqualTo(Channel.COUNTER);
        assertThat(checkout.payment().returnUrl()).isEqualTo(URI.create("https://shop.example/other"));
        assertThat(plugin.story())
                .contains(
                        "storefront payment.channel_changed: online to counter",
                        "storefront payment.return_changed: https://shop.example/other");
    }

    @Test
    void opensANewPaymentForAnOrderWhosePaymentWasClosed() {
        Checkout closed = Checkout.of(plugin, order);
        plugin.get(CancelPayment.class).cancel(closed.id(), ClosedReason.CANCELLED, "shopper");

        assertThat(order.withNewKey().pay()).isNotEqualTo(closed.id());
        assertThat(plugin.messages()).containsExactly(OrderMessage.CLOSED);
    }

    private void anotherIsLive(Checkout checkout) {
        plugin.transactions().run(() -> {
            Payment payment = checkout.payment();
            String charge = "chrg_" + payment.attempts().size();
            payment.chargedAgain(checkout.attempt(1), charge, plugin.now());
            plugin.omise().books().enter(Charges.charge(charge, payment.amount(), ChargeStatus.PENDING));
        });
    }

    private PaymentId start(Order wanted, PaymentDetails details, Optional<Channel> channel) {
        return plugin.get(StartPayment.class)
                .start(new StartPayment.Request(
                        plugin.store(),
                        new IdempotencyKey(
                                plugin.store().id(),
                                plugin.mode(),
                                IdempotencyKey.PAYMENTS,
                                UUID.randomUUID().toString(),
                                "hash"),
                        new PaymentOrder(
                                plugin.store().id(),
                                plugin.mode(),
                                wanted.reference(),
                                wanted.amount(),
                                channel,
                                Optional.<Locale>empty(),
                                URI.create("https://shop.example/other"),
                                Optional.empty()),
                        wanted.method().map(code -> AttemptRequest.with(SomeMethods.find(code))),
                        details,
                        wanted.replaces()));
    }
}
