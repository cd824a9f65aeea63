/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.method.Barcode;
import dev.saphan.method.PaymentMethod;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.storefront.OrderMessage;
import dev.saphan.testing.InMemoryOmise.Fault;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.Refused;
import dev.saphan.testing.SomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartAttemptTest {

    private static final Barcode CODE = new Barcode("280123456789012345");
    private static final Barcode OTHER_CODE = new Barcode("280123456789012346");

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Order order = Order.in(plugin).by("qr_wallet");

    @Test
    void chargesByTheMethodThatWasChosen() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        start(checkout, AttemptRequest.with(SomeMethods.PAGE));

        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.PENDING);
        assertThat(checkout.payment().method()).contains("page_wallet");
        assertThat(plugin.story()).contains("shopper attempt.started: page_wallet");
    }

    @Test
    void startsOneAttemptWhenAFormIsSentTwice() {
        Checkout checkout = Checkout.of(plugin, order);

        startAfter(checkout, 0);
        assertThat(checkout.payment().attempts())
                .as("there is one more than was seen")
                .hasSize(1);

        startAfter(checkout, 1);
        assertThat(checkout.payment().attempts()).hasSize(2);
    }

    @Test
    void isRefusedOnceThePaymentIsPaidOrClosed() {
        Checkout paid = Checkout.of(plugin, order).paid();
        Checkout closed = Checkout.of(plugin, order.called("O-2").withNewKey());
        plugin.get(CancelPayment.class).cancel(closed.id(), ClosedReason.CANCELLED, "shopper");

        assertThat(refused(paid, AttemptRequest.with(SomeMethods.QR)).code()).isEqualTo(ErrorCode.ORDER_ALREADY_PAID);
        assertThat(refused(closed, AttemptRequest.with(SomeMethods.QR)).code()).isEqualTo(ErrorCode.PAYMENT_CLOSED);
    }

    @Test
    void isRefusedByAMethodThatDoesNotFit() {
        Checkout checkout = Checkout.of(plugin, order);

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.SCAN)).code())
                .isEqualTo(ErrorCode.CHANNEL_NOT_SUPPORTED);
        assertThat(checkout.attempt(1).status()).as("left as it was").isEqualTo(AttemptStatus.PENDING);
    }

    @Test
    void choosesAMethodWhoseCodeIsScannedLater() {
        Checkout checkout = Checkout.of(plugin, order.by("scan_wallet"));
        long version = checkout.payment().version();
        plugin.forward(Duration.ofSeconds(1));

        start(checkout, AttemptRequest.with(SomeMethods.SCAN));

        assertThat(checkout.payment().attempts()).isEmpty();
        assertThat(checkout.payment().version()).as("who waits for it sees it").isGreaterThan(version);
    }

    @Test
    void remembersWhoStoodAtTheTill() {
        Checkout checkout = atTill();

        start(checkout, AttemptRequest.scanning(SomeMethods.SCAN, CODE).takenBy("anong"));

        assertThat(checkout.attempt(1).cashier()).contains("anong");
    }

    @ParameterizedTest
    @CsvSource({"9999,1", "10000,2"})
    void takesTheSameScanForOneForTenSeconds(long millis, int attempts) {
        Checkout checkout = atTill();
        start(checkout, AttemptRequest.scanning(SomeMethods.SCAN, CODE));
        plugin.forward(Duration.ofMillis(millis));

        start(checkout, AttemptRequest.scanning(SomeMethods.SCAN, CODE));

        assertThat(checkout.payment().attempts()).hasSize(attempts);
    }

    @Test
    void takesAnotherCodeAtOnce() {
        Checkout checkout = atTill();
        start(checkout, AttemptRequest.scanning(SomeMethods.SCAN, CODE));

        start(checkout, AttemptRequest.scanning(SomeMethods.SCAN, OTHER_CODE));

        assertThat(checkout.payment().attempts()).hasSize(2);
        assertThat(checkout.attempt(1).status()).isEqualTo(AttemptStatus.EXPIRED);
        assertThat(plugin.omise().books().wrongs()).isEmpty();
    }

    @Test
    void waitsForTheAnswerAboutTheOneBefore() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        plugin.omise().failNext("create", Fault.LOSE_ANSWER);
        start(checkout, AttemptRequest.with(SomeMethods.QR));

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.PAGE)).code())
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void isNotMadeWhileTheOneBeforeIsNotSurelyOver() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.omise().failNext("expire", Fault.LOSE_ANSWER);
        plugin.omise().beSilent("read", true);
        List<String> asked = new ArrayList<>();
        plugin.meanwhile(asked::add);

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.PAGE)).code())
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(plugin.omise().requests()).hasSize(1);
        assertThat(asked).as("and no second time").containsOnlyOnce("ask to expire");
    }

    @Test
    void expiresWhateverElseIsLiveByThen() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.meanwhile(what -> {
            if (what.equals("hear of expire")) {
                plugin.meanwhile(ignored -> {});
                anotherIsLive(checkout);
            }
        });

        start(checkout, AttemptRequest.with(SomeMethods.PAGE));

        assertThat(checkout.payment().attempts())
                .as("the other one was expired too")
                .hasSize(3);
        assertThat(checkout.payment().liveAttempts()).hasSize(1);
    }

    @Test
    void isGivenUpWhereOthersAreFasterAgainAndAgain() {
        Checkout checkout = Checkout.of(plugin, order);
        plugin.meanwhile(what -> {
            if (what.equals("hear of expire")) {
                anotherIsLive(checkout);
            }
        });

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.PAGE)).code())
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(checkout.payment().attempts()).as("three rounds").hasSize(4);
        assertThat(plugin.omise().requests()).hasSize(1);
    }

    @Test
    void isLimitedWhereAllBeforeItFailedToo() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        for (int number = 1; number <= 30; number++) {
            plugin.omise().answerNext("create", new Answer.Declined<>("invalid_charge", "not now"));
            start(checkout, AttemptRequest.with(SomeMethods.QR));
        }

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.QR)).code())
                .isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(checkout.payment().attempts()).hasSize(30);
    }

    @Test
    void isLimitedBeforeTheOneBeforeIsExpired() {
        Checkout checkout = Checkout.of(plugin, order);
        for (int number = 2; number <= 30; number++) {
            start(checkout, AttemptRequest.with(SomeMethods.QR));
        }
        plugin.forward(Duration.ofMinutes(4));

        Problem problem = refused(checkout, AttemptRequest.with(SomeMethods.QR));

        assertThat(problem.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(problem.retryAfter()).contains(Duration.ofMinutes(6));
        assertThat(checkout.attempt(30).status()).isEqualTo(AttemptStatus.PENDING);
    }

    @Test
    void takesACodeForAMethodThatIsScannedOnly() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        Problem problem = refused(checkout, AttemptRequest.scanning(SomeMethods.QR, CODE));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(problem.field()).contains("barcode");
    }

    @ParameterizedTest
    @CsvSource({"29999,false", "30000,true", "43200000,true", "43200001,false"})
    void takesATimeToPayThatTheMethodAllows(long millis, boolean allowed) {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        Instant expiry = plugin.now().plusMillis(millis);
        AttemptRequest request = until(SomeMethods.QR, expiry);

        if (allowed) {
            start(checkout, request);
            assertThat(plugin.omise().requests().get(0).expiresAt()).contains(expiry);
        } else {
            assertThat(refused(checkout, request).field()).contains("expiresAt");
            assertThat(plugin.omise().requests()).isEmpty();
        }
    }

    @Test
    void takesNoTimeToPayWhereTheMethodHasItsOwn() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());

        Problem problem = refused(checkout, until(SomeMethods.PAGE, plugin.now().plusSeconds(60)));

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(problem.field()).contains("expiresAt");
    }

    @Test
    void leavesNothingWhenItsCallSurelyNeverLeft() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        long version = checkout.payment().version();
        plugin.forward(Duration.ofSeconds(1));
        plugin.omise().failNext("create", Fault.NOT_SENT);

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.QR)).code())
                .isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);

        assertThat(checkout.payment().attempts()).isEmpty();
        assertThat(plugin.rows().all(Attempt.class)).isEmpty();
        assertThat(checkout.payment().version()).isGreaterThan(version);
        assertThat(plugin.story()).contains("saphan attempt.not_sent: qr_wallet");
        assertThat(plugin.messages()).isEmpty();
    }

    @Test
    void closesAPaymentThatWasGivenUpOnceItsLastAttemptIsTakenBack() {
        Checkout checkout = Checkout.of(plugin, order.withoutMethod());
        plugin.meanwhile(what -> {
            if (what.equals("ask to create")) {
                plugin.get(CancelPayment.class).cancel(checkout.id(), ClosedReason.CANCELLED, "shopper");
            }
        });
        plugin.omise().failNext("create", Fault.NOT_SENT);

        assertThat(refused(checkout, AttemptRequest.with(SomeMethods.QR)).code())
                .isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);

        assertThat(checkout.payment().closedReason()).contains(ClosedReason.CANCELLED);
        assertThat(plugin.messages()).containsExactly(OrderMessage.CLOSED);
    }

    @Test
    void isWatchedFromAfterTheLongestWaitForItsAnswer() {
        Payment payment = Checkout.of(plugin, order.withoutMethod()).payment();

        Attempt attempt = plugin.get(StartAttempt.class).begin(payment, AttemptRequest.with(SomeMethods.QR), "shopper");

        Duration longest = plugin.get(Deployment.class).gatewayTimeout();
        assertThat(plugin.jobs().due(WatchAttempt.NAME, attempt.id().value()))
                .contains(plugin.now().plus(longest).plusSeconds(2));
    }

    private Checkout atTill() {
        return Checkout.of(plugin, order.by("scan_wallet"));
    }

    private void anotherIsLive(Checkout checkout) {
        plugin.transactions().run(() -> {
            Payment payment = checkout.payment();
            String charge = "chrg_" + payment.attempts().size();
            payment.chargedAgain(checkout.attempt(1), charge, plugin.now());
            plugin.omise().books().enter(Charges.charge(charge, payment.amount(), ChargeStatus.PENDING));
        });
    }

    private static AttemptRequest until(PaymentMethod method, Instant expiry) {
        return new AttemptRequest(method, Optional.empty(), Optional.empty(), Optional.of(expiry));
    }

    private void start(Checkout checkout, AttemptRequest request) {
        plugin.get(StartAttempt.class).start(checkout.id(), request, "shopper");
    }

    private void startAfter(Checkout checkout, int seen) {
        plugin.get(StartAttempt.class).startAfter(checkout.id(), AttemptRequest.with(SomeMethods.QR), seen, "shopper");
    }

    private Problem refused(Checkout checkout, AttemptRequest request) {
        return Refused.problem(() -> start(checkout, request));
    }
}
