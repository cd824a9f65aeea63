/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Money PRICE = Money.ofMinor(150_000, "THB");

    private final Payment payment = SomePayment.open(PRICE);

    @Test
    void isWhatTheStorefrontAskedFor() {
        assertThat(payment.status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(payment.store()).isEqualTo(SomePayment.STORE);
        assertThat(payment.mode()).isEqualTo(Mode.TEST);
        assertThat(payment.orderReference()).isEqualTo("O-1");
        assertThat(payment.amount()).isEqualTo(PRICE);
        assertThat(payment.refunded()).isEqualTo(Money.ofMinor(0, "THB"));
        assertThat(payment.returnUrl()).isEqualTo(URI.create("https://shop.example/orders/1"));
        assertThat(payment.createdAt()).isEqualTo(NOON);
        assertThat(payment.closesAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        assertThat(payment.method()).isEmpty();
        assertThat(payment.closedReason()).isEmpty();
        assertThat(payment.paidAt()).isEmpty();
        assertThat(payment.takenBackAt()).isEmpty();
        assertThat(payment.attention()).isEmpty();
    }

    @Test
    void isOnlineInEnglishWithoutMetadataUnlessItIsSaidOtherwise() {
        Payment silent = new Payment(
                PaymentId.next(),
                order(Optional.empty(), Optional.empty(), Optional.empty()),
                new PageToken("hash", "sealed"),
                NOON,
                NOON);

        assertThat(silent.channel()).isEqualTo(Channel.ONLINE);
        assertThat(silent.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(silent.metadata()).isEqualTo("{}");
    }

    @Test
    void keepsWhatANewerRequestDoesNotSay() {
        payment.follow(
                order(Optional.of(Channel.COUNTER), Optional.of(Locale.JAPANESE), Optional.of("{\"a\":1}")), NOON);
        payment.follow(order(Optional.empty(), Optional.empty(), Optional.empty()), NOON);

        assertThat(payment.channel()).isEqualTo(Channel.COUNTER);
        assertThat(payment.locale()).isEqualTo(Locale.JAPANESE);
        assertThat(payment.metadata()).isEqualTo("{\"a\":1}");
        assertThat(payment.returnUrl()).isEqualTo(URI.create("https://shop.example/other"));
    }

    @Test
    void takesNoSecondAttemptWhileOneMayTurnIntoMoney() {
        Attempt first = payment.begin(SomeMethods.QR, NOON);
        assertThatThrownBy(() -> payment.begin(SomeMethods.PAGE, NOON)).isInstanceOf(IllegalStateException.class);

        first.refused(FailureCode.REQUEST_REFUSED, "invalid_charge", NOON);
        Attempt second = payment.begin(SomeMethods.PAGE, NOON);

        assertThat(second.number()).isEqualTo(2);
        assertThat(payment.newestAttempt()).contains(second);
        assertThat(payment.method()).contains("page_wallet");
    }

    @Test
    void takesNoAttemptOnceItIsClosedOrPaid() {
        Payment closed = SomePayment.open(PRICE);
        closed.close(ClosedReason.EXPIRED, NOON);

        assertThatThrownBy(() -> closed.begin(SomeMethods.QR, NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SomePayment.paid(PRICE).begin(SomeMethods.QR, NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isClosedOnlyWhileItIsOpen() {
        Payment paid = SomePayment.paid(PRICE);
        assertThatThrownBy(() -> paid.close(ClosedReason.CANCELLED, NOON)).isInstanceOf(IllegalStateException.class);

        payment.close(ClosedReason.CANCELLED, NOON);
        assertThat(payment.closedReason()).contains(ClosedReason.CANCELLED);
        assertThatThrownBy(() -> payment.close(ClosedReason.EXPIRED, NOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isClosingFromWhenItIsGivenUpUntilThatIsSettled() {
        assertThat(payment.isClosing()).isFalse();

        payment.closeWhenSettled(ClosedReason.CANCELLED, NOON);
        assertThat(payment.isClosing()).isTrue();
        assertThat(payment.closeWhenSettled()).contains(ClosedReason.CANCELLED);

        payment.close(ClosedReason.CANCELLED, NOON);
        assertThat(payment.isClosing()).isFalse();
    }

    @Test
    void isProcessingWhileOmiseHasNotAnswered() {
        assertThat(payment.isProcessing()).isFalse();

        Attempt attempt = payment.begin(SomeMethods.QR, NOON);
        assertThat(payment.isProcessing()).isTrue();
        attempt.lost();
        assertThat(payment.isProcessing()).isTrue();
        attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING), NOON);
        assertThat(payment.isProcessing()).isFalse();
    }

    @Test
    void isNotProcessingOnceItIsPaidByAnotherCharge() {
        Attempt asked = payment.begin(SomeMethods.QR, NOON);
        Attempt paid = payment.chargedAgain(asked, "chrg_2", NOON);
        payment.paidBy(paid, NOON, NOON);

        assertThat(payment.isProcessing()).isFalse();
    }

    @Test
    void isPaidByOneAttempt() {
        Attempt attempt = payment.begin(SomeMethods.QR, NOON);
        assertThat(payment.paidAttempt()).isEmpty();

        payment.closeWhenSettled(ClosedReason.CANCELLED, NOON);
        payment.paidBy(attempt, NOON.plusSeconds(1), NOON.plusSeconds(2));

        assertThat(payment.paidAttempt()).contains(attempt);
        assertThat(payment.isPaidBy(attempt)).isTrue();
        assertThat(payment.paidAt()).contains(NOON.plusSeconds(1));
        assertThat(payment.closeWhenSettled()).isEmpty();
    }

    @Test
    void remembersWhenItsMoneyWasTakenBack() {
        payment.takenBack(NOON);
        assertThat(payment.takenBackAt()).contains(NOON);

        payment.cameBack();
        assertThat(payment.takenBackAt()).isEmpty();
    }

    @Test
    void hasNoMoreRefundedThanWasPaid() {
        payment.refunded(PRICE, NOON);
        assertThat(payment.refunded()).isEqualTo(PRICE);

        assertThatThrownBy(() -> payment.refunded(Money.ofMinor(150_001, "THB"), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsTheAttemptOfACharge() {
        Attempt named = payment.begin(SomeMethods.QR, NOON);
        Charge first = Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING);
        Charge second = Charges.charge("chrg_2", PRICE, ChargeStatus.PENDING);
        assertThat(payment.attemptOf(second, named)).as("it has none yet").contains(named);

        named.follow(first, NOON);
        assertThat(payment.attemptOf(first, named)).contains(named);
        assertThat(payment.attemptOf(second, named)).isEmpty();

        Attempt doubled = payment.chargedAgain(named, "chrg_2", NOON);
        assertThat(payment.attemptOf(second, named)).contains(doubled);
    }

    @Test
    void showsTheOldestOfTwoThatAreLive() {
        Attempt asked = payment.begin(SomeMethods.QR, NOON);
        Attempt doubled = payment.chargedAgain(asked, "chrg_2", NOON);

        assertThat(payment.liveAttempt()).contains(asked);
        assertThat(payment.liveAttempts()).containsExactly(asked, doubled);
        assertThat(doubled.number()).isEqualTo(2);
    }

    @Test
    void remembersWhichMethodDidNotTakeItsAmount() {
        payment.begin(SomeMethods.QR, NOON).refused(FailureCode.AMOUNT_NOT_ACCEPTED, "invalid_charge", NOON);
        payment.begin(SomeMethods.PAGE, NOON).refused(FailureCode.REQUEST_REFUSED, "invalid_charge", NOON);

        assertThat(payment.wasRefusedForItsAmount("qr_wallet")).isTrue();
        assertThat(payment.wasRefusedForItsAmount("page_wallet")).isFalse();
        assertThat(payment.wasRefusedForItsAmount("scan_wallet")).isFalse();
    }

    @Test
    void numbersItsMessages() {
        assertThat(payment.nextMessage()).isEqualTo(1);
        assertThat(payment.nextMessage()).isEqualTo(2);
    }

    private static PaymentOrder order(Optional<Channel> channel, Optional<Locale> locale, Optional<String> metadata) {
        return new PaymentOrder(
                SomePayment.STORE,
                Mode.TEST,
                "O-1",
                PRICE,
                channel,
                locale,
                URI.create("https://shop.example/other"),
                metadata);
    }
}
