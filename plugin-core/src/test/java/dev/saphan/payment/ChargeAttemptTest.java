/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.problem.ErrorCode;
import dev.saphan.settings.MethodSettings;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Refused;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeAttemptTest {

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin).by("qr_wallet");

    @Test
    void looksSoonWhatBecameOfACharge() {
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(watchedAt(checkout)).contains(plugin.now().plusSeconds(3));
        assertThat(plugin.fired(ChargeRecorded.class))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.isCurrent()).isFalse());
    }

    @Test
    void looksSoonerForAChargeWhoseAnswerWasLost() {
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.UNKNOWN);
        assertThat(checkout.attempt(1).chargeId()).isEmpty();
        assertThat(watchedAt(checkout)).contains(plugin.now().plusSeconds(1));
        assertThat(plugin.story()).contains("saphan attempt.unknown: no answer");
    }

    @Test
    void letsWhoWaitsForThePaymentSeeThatNoAnswerCame() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        plugin.meanwhile(what -> plugin.forward(Duration.ofSeconds(1)));
        long version = checkout.payment().version();

        plugin.get(StartAttempt.class).start(checkout.id(), AttemptRequest.with(SomeMethods.QR), "shopper");

        assertThat(checkout.payment().version()).as("begun, and lost").isEqualTo(version + 2);
    }

    @Test
    void failsByAWordOfRefusal() {
        plugin.omise().answerNext("create", new Answer.Declined<>("invalid_charge", "source is not known"));
        Checkout checkout = Checkout.of(plugin, order);
        Attempt attempt = checkout.attempt(1);

        assertThat(attempt.status()).isEqualTo(AttemptStatus.FAILED);
        assertThat(attempt.failureCode()).contains(FailureCode.REQUEST_REFUSED);
        assertThat(attempt.gatewayCode()).contains("invalid_charge");
        assertThat(attempt.settledAt()).contains(plugin.now());
        assertThat(checkout.payment().status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(plugin.messages()).containsExactly(OrderMessage.ATTEMPT_FAILED);
        assertThat(plugin.story())
                .endsWith(
                        "omise charge.refused: invalid_charge: source is not known",
                        "omise attempt.failed: qr_wallet invalid_charge");
        assertThat(plugin.fired(AmountRefused.class)).isEmpty();
    }

    @Test
    void tellsWhoKnowsLimitsOfAnAmountThatOmiseDoesNotTake() {
        plugin.omise().answerNext("create", new Answer.Declined<>("invalid_charge", "amount must be less than 1000"));
        Checkout checkout = Checkout.of(plugin, order);
        Payment payment = checkout.payment();

        assertThat(checkout.attempt(1).failureCode()).contains(FailureCode.AMOUNT_NOT_ACCEPTED);
        assertThat(plugin.fired(AmountRefused.class))
                .containsExactly(new AmountRefused(
                        payment.store(),
                        payment.mode(),
                        "qr_wallet",
                        payment.amount(),
                        "invalid_charge: amount must be less than 1000"));
    }

    @Test
    void failsWhereOmiseKnowsNothingOfWhatItWasAsked() {
        plugin.omise().answerNext("create", new Answer.NotFound<>("404 not_found"));
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(checkout.attempt(1).failureCode()).contains(FailureCode.REQUEST_REFUSED);
        assertThat(plugin.story()).contains("omise charge.refused: not_found: 404 not_found");
    }

    @Test
    void madeNoneWhereOmiseDoesNotTakeTheKeys() {
        plugin.omise().answerNext("create", new Answer.Denied<>("401 authentication_failure"));

        assertThat(Refused.code(order::pay)).isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);
        assertThat(plugin.rows().all(Payment.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT10S,PT30S", "PT30S,PT30S", "PT1H,PT1H", "PT12H,PT12H", "PT24H,PT12H"})
    void givesTheTimeToPayThatTheStoreSetsWithinWhatTheMethodAllows(Duration wanted, Duration given) {
        assertThat(expiryAsked("qr_wallet", "qr_wallet", wanted)).contains(SomePayment.NOON.plus(given));
    }

    @Test
    void leavesTheTimeToPayToOmiseWhereTheMethodHasItsOwn() {
        assertThat(expiryAsked("page_wallet", "page_wallet", Duration.ofHours(1)))
                .isEmpty();
        assertThat(expiryAsked("page_wallet", "qr_wallet", Duration.ofHours(1)))
                .as("set for another method")
                .isEmpty();
    }

    private static Optional<Instant> expiryAsked(String set, String by, Duration wanted) {
        MethodSettings settings = new MethodSettings(
                true, List.of(), Optional.empty(), Optional.empty(), 1, Map.of(), Optional.of(wanted));
        PluginInMemory plugin =
                PaymentFakes.plugin(SomeStore.set().method(set, settings).store());
        Order.in(plugin).by(by).pay();
        return plugin.omise().requests().get(0).expiresAt();
    }

    private Optional<Instant> watchedAt(Checkout checkout) {
        return plugin.jobs().due(WatchAttempt.NAME, checkout.attempt(1).id().value());
    }
}
