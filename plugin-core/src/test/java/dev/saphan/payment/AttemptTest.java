/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Dispute;
import dev.saphan.method.Flow;
import dev.saphan.money.Money;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Retold;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final URI PAGE = URI.create("https://pay.omise.co/1");
    private static final URI IMAGE = URI.create("https://api.omise.co/1.png");

    private final Payment payment = SomePayment.open(PRICE);
    private final Attempt attempt = payment.begin(SomeMethods.QR, NOON);

    @Test
    void isWhatWasBegun() {
        assertThat(attempt.status()).isEqualTo(AttemptStatus.CREATING);
        assertThat(attempt.payment()).isSameAs(payment);
        assertThat(attempt.account()).isEqualTo(new AccountKey(SomePayment.STORE, Mode.TEST));
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.method()).isEqualTo("qr_wallet");
        assertThat(attempt.flow()).isEqualTo(Flow.QR);
        assertThat(attempt.createdAt()).isEqualTo(NOON);
        assertThat(attempt.chargeId()).isEmpty();
        assertThat(attempt.cashier()).isEmpty();
        assertThat(attempt.settledAt()).isEmpty();
        assertThat(attempt.chargeReadAt()).isEmpty();
        assertThat(attempt.wasRedirected()).isFalse();
        assertThat(attempt.disputed()).isEqualTo(Money.ofMinor(0, "THB"));
    }

    @Test
    void takesOverWhatTheShopperNeeds() {
        follow(pending());

        assertThat(attempt.chargeId()).contains("chrg_1");
        assertThat(attempt.authorizeUri()).contains(PAGE);
        assertThat(attempt.qrSource()).contains(IMAGE);
        assertThat(attempt.expiresAt()).contains(LATER);
        assertThat(attempt.settledAt()).as("it waits").isEmpty();
    }

    @Test
    void keepsWhatALaterWordDoesNotRepeat() {
        follow(pending());
        follow(word(ChargeStatus.FAILED).failedWith(Optional.of("payment_rejected")));

        assertThat(attempt.authorizeUri()).contains(PAGE);
        assertThat(attempt.qrSource()).contains(IMAGE);
        assertThat(attempt.expiresAt()).contains(LATER);
        assertThat(attempt.settledAt()).contains(LATER);
    }

    @Test
    void takesNothingOverFromAWordThatCameTooLate() {
        follow(word(ChargeStatus.SUCCESSFUL));

        assertThat(follow(pending().refundable(false))).isFalse();

        assertThat(attempt.authorizeUri()).isEmpty();
        assertThat(attempt.allowsRefund()).isTrue();
    }

    @Test
    void takesOverWhatChangedWithoutAStep() {
        follow(word(ChargeStatus.SUCCESSFUL));

        assertThat(follow(word(ChargeStatus.SUCCESSFUL).refundable(false).partiallyRefundable(false)))
                .isFalse();

        assertThat(attempt.allowsRefund()).isFalse();
        assertThat(attempt.allowsPartialRefund()).isFalse();
    }

    @Test
    void takesAWordThatNobodyKnowsForNoStep() {
        follow(pending());

        assertThat(follow(word(ChargeStatus.UNRECOGNISED))).isFalse();

        assertThat(attempt.status()).isEqualTo(AttemptStatus.PENDING);
    }

    @Test
    void hasOneCharge() {
        follow(pending());

        assertThat(attempt.hasNoOther("chrg_1")).isTrue();
        assertThat(attempt.hasNoOther("chrg_2")).isFalse();
        assertThatThrownBy(() -> attempt.follow(Charges.charge("chrg_2", PRICE, ChargeStatus.FAILED), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,payment_rejected,FAILED,REJECTED,payment_rejected",
        "FAILED,,FAILED,OTHER,''",
        "FAILED,payment_expired,EXPIRED,EXPIRED,",
        "EXPIRED,,EXPIRED,EXPIRED,",
    })
    void knowsWhyItFailed(ChargeStatus told, String word, AttemptStatus status, FailureCode why, String omises) {
        follow(word(told).failedWith(Optional.ofNullable(word)));

        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.failureCode()).contains(why);
        assertThat(attempt.gatewayCode()).isEqualTo(Optional.ofNullable(omises));
    }

    @Test
    void failsForNothingOnceItSucceeds() {
        follow(word(ChargeStatus.FAILED));
        follow(word(ChargeStatus.SUCCESSFUL));

        assertThat(attempt.failureCode()).isEmpty();
    }

    @Test
    void isLostOnlyBeforeAnybodyAnswered() {
        follow(pending());
        attempt.lost();

        assertThat(attempt.status()).isEqualTo(AttemptStatus.PENDING);
    }

    @Test
    void neverArrivedIfOmiseHasNone() {
        attempt.lost();
        attempt.neverArrived(LATER);

        assertThat(attempt.status()).isEqualTo(AttemptStatus.ABSENT);
        assertThat(attempt.failureCode()).contains(FailureCode.NOT_REACHED);
        assertThat(attempt.settledAt()).contains(LATER);
    }

    @Test
    void takesNoStepOfOursThatTheTableDoesNotAllow() {
        follow(word(ChargeStatus.SUCCESSFUL));

        assertThatThrownBy(() -> attempt.neverArrived(LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsTheCodeThatWasScanned() {
        attempt.scanned("hash");

        assertThat(attempt.wasScanned("hash")).isTrue();
        assertThat(attempt.wasScanned("other")).isFalse();
    }

    @Test
    void isTakenByTheSamePersonAsTheOneWhoseChargeWasDoubled() {
        attempt.takenBy("anong");
        Attempt doubled = payment.chargedAgain(attempt, "chrg_2", LATER);

        assertThat(doubled.cashier()).contains("anong");
        assertThat(doubled.status()).isEqualTo(AttemptStatus.PENDING);
        assertThat(doubled.chargeId()).contains("chrg_2");
        assertThat(doubled.method()).isEqualTo("qr_wallet");
        assertThat(doubled.createdAt()).isEqualTo(LATER);
    }

    @Test
    void remembersThatTheShopperWasSentToTheWallet() {
        attempt.redirected(NOON);

        assertThat(attempt.wasRedirected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"50000,50000", "150000,150000", "150001,150000", ",150000"})
    void isDisputedOverNoMoreThanItself(Long told, long disputed) {
        dispute(Dispute.Status.OPEN, told);

        assertThat(attempt.disputed()).isEqualTo(Money.ofMinor(disputed, "THB"));
    }

    @ParameterizedTest
    @CsvSource({"OPEN,false,false,0", "WON,true,true,0", "LOST,false,true,50000"})
    void hasItsMoneyUnlessADisputeTookOrMayTakeIt(Dispute.Status status, boolean has, boolean refundable, long lost) {
        follow(word(ChargeStatus.SUCCESSFUL));
        dispute(status, 50_000L);

        assertThat(attempt.hasItsMoney()).isEqualTo(has);
        assertThat(attempt.allowsRefund()).isEqualTo(refundable);
        assertThat(attempt.lostInDispute()).isEqualTo(Money.ofMinor(lost, "THB"));
        assertThat(attempt.disputeStatus()).contains(status);
    }

    @Test
    void hasNoMoneyBeforeItSucceeded() {
        follow(pending().refundable(true));

        assertThat(attempt.hasItsMoney()).isFalse();
        assertThat(attempt.allowsRefund()).isFalse();
    }

    @Test
    void allowsARefundInPartUnlessThatIsRuledOut() {
        follow(word(ChargeStatus.SUCCESSFUL));
        assertThat(attempt.allowsPartialRefund()).as("nothing was said").isTrue();

        follow(word(ChargeStatus.SUCCESSFUL).partiallyRefundable(true));
        assertThat(attempt.allowsPartialRefund()).isTrue();
    }

    @Test
    void givesADisputeUpOnlyByACurrentWord() {
        assertThat(dispute(Dispute.Status.OPEN, 50_000L)).isTrue();
        assertThat(dispute(Dispute.Status.OPEN, 50_000L)).as("the same again").isFalse();
        assertThat(dispute(Dispute.Status.OPEN, 60_000L)).as("about more").isTrue();

        assertThat(attempt.followDispute(word(ChargeStatus.PENDING).charge(), false))
                .isFalse();
        assertThat(attempt.disputeStatus()).contains(Dispute.Status.OPEN);

        assertThat(attempt.followDispute(word(ChargeStatus.PENDING).charge(), true))
                .isTrue();
        assertThat(attempt.disputeStatus()).isEmpty();
    }

    @Test
    void hearsOfAFirstDisputeByAnyWord() {
        Charge charge = word(ChargeStatus.PENDING)
                .disputed(Optional.of(new Dispute(Dispute.Status.OPEN, Optional.empty())))
                .charge();

        assertThat(attempt.followDispute(charge, false)).isTrue();
        assertThat(attempt.disputed()).isEqualTo(PRICE);
    }

    private boolean dispute(Dispute.Status status, Long minor) {
        Optional<Money> amount = Optional.ofNullable(minor).map(some -> Money.ofMinor(some, "THB"));
        return attempt.followDispute(
                word(ChargeStatus.PENDING)
                        .disputed(Optional.of(new Dispute(status, amount)))
                        .charge(),
                true);
    }

    private boolean follow(Retold told) {
        return attempt.follow(told.charge(), LATER);
    }

    private static Retold pending() {
        return word(ChargeStatus.PENDING).payableAt(PAGE).scannableFrom(IMAGE).expiresAt(LATER);
    }

    private static Retold word(ChargeStatus status) {
        return Retold.of(Charges.charge("chrg_1", PRICE, status));
    }
}
