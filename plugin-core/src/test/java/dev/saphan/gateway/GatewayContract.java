/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything that plays the gateway must do alike: the adapter, and the fake that stands for it in tests. */
public abstract class GatewayContract {

    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Money PART = Money.ofMinor(50_000, "THB");
    private static final String NOBODY = "chrg_test_nobody";

    /** Without any charge. */
    protected abstract Gateway gateway();

    protected abstract OmiseAccount account();

    /** As a shopper does in the wallet. */
    protected abstract void pay(String charge);

    /** As the gateway does, with {@code payment_rejected}. */
    protected abstract void reject(String charge);

    @Test
    void makesAChargeThatWaitsForTheShopper() {
        Charge charge = create("att_1");

        assertThat(charge.status()).isEqualTo(ChargeStatus.PENDING);
        assertThat(charge.mode()).isEqualTo(Mode.TEST);
        assertThat(charge.amount()).isEqualTo(PRICE);
        assertThat(charge.sourceType()).isEqualTo("alipay_cn");
        assertThat(charge.attempt()).contains("att_1");
        assertThat(charge.authorizeUri()).isPresent();
        assertThat(charge.expiresAt()).hasValueSatisfying(end -> assertThat(end).isAfter(made(charge)));
        assertThat(charge.paidAt()).isEmpty();
        assertThat(charge.refunded()).contains(Money.zero(PRICE.currency()));
        assertThat(charge.refundable()).isFalse();
        assertThat(charge.refunds()).isEmpty();
        assertThat(read(charge)).isEqualTo(charge);
    }

    @Test
    void tellsThatAChargeWasPaid() {
        Charge charge = create("att_1");

        pay(charge.id());

        assertThat(read(charge).status()).isEqualTo(ChargeStatus.SUCCESSFUL);
        assertThat(read(charge).paidAt()).isPresent();
        assertThat(read(charge).refundable()).isTrue();
        assertThat(ok(gateway().charge(account(), charge.id(), Duration.ofSeconds(5))))
                .isEqualTo(read(charge));
    }

    @Test
    void tellsWhyAChargeFailed() {
        Charge charge = create("att_1");

        reject(charge.id());

        assertThat(read(charge).status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(read(charge).failureCode()).contains("payment_rejected");
        assertThat(read(charge).paidAt()).isEmpty();
    }

    @Test
    void expiresAChargeThatIsPending() {
        Charge charge = create("att_1");

        Charge expired = ok(gateway().expireCharge(account(), charge.id()));

        assertThat(expired.status()).isEqualTo(ChargeStatus.EXPIRED);
        assertThat(expired.failureCode()).isEmpty();
        assertThat(read(charge)).isEqualTo(expired);
    }

    @Test
    void doesNotExpireWhatIsPaid() {
        Charge charge = create("att_1");
        pay(charge.id());

        assertThat(gateway().expireCharge(account(), charge.id())).isInstanceOf(Answer.Declined.class);
        assertThat(read(charge).status()).isEqualTo(ChargeStatus.SUCCESSFUL);
    }

    @Test
    void findsAChargeByItsAttempt() {
        create("att_1");
        Charge second = create("att_2");

        assertThat(find("att_2")).contains(second);
        assertThat(find("att_3")).isEmpty();
    }

    @Test
    void givesBackInParts() {
        Charge charge = create("att_1");
        pay(charge.id());

        GatewayRefund first = ok(refund(charge.id(), "ref_1", PART));
        GatewayRefund second = ok(refund(charge.id(), "ref_2", PRICE.minus(PART)));

        assertThat(first.amount()).isEqualTo(PART);
        assertThat(first.refund()).contains("ref_1");
        assertThat(first.status()).isEqualTo(GatewayRefund.Status.CLOSED);
        assertThat(first.voided()).isFalse();
        assertThat(second.voided()).isFalse();
        assertThat(read(charge).refunded()).contains(PRICE);
        assertThat(read(charge).refunds()).containsExactlyInAnyOrder(first, second);
        assertThat(read(charge).status()).isEqualTo(ChargeStatus.SUCCESSFUL);
    }

    @Test
    void declinesToGiveBackMoreThanIsLeft() {
        Charge charge = create("att_1");
        pay(charge.id());
        refund(charge.id(), "ref_1", PART);

        assertThat(refund(charge.id(), "ref_2", PRICE))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.code()).isEqualTo("failed_refund"));
        assertThat(read(charge).refunded()).contains(PART);
    }

    @Test
    void declinesToGiveBackWhatWasNotPaid() {
        Charge charge = create("att_1");

        assertThat(refund(charge.id(), "ref_1", PART))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.code()).isEqualTo("failed_refund"));
    }

    @Test
    void deniesAChargeThatItDoesNotKnow() {
        assertThat(gateway().charge(account(), NOBODY)).isInstanceOf(Answer.NotFound.class);
        assertThat(gateway().expireCharge(account(), NOBODY)).isInstanceOf(Answer.NotFound.class);
        assertThat(refund(NOBODY, "ref_1", PART)).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void listsEventsOldestFirst() {
        Charge charge = create("att_1");
        pay(charge.id());

        List<PastEvent> events = events(Instant.EPOCH, 100, 0);

        assertThat(events)
                .extracting(PastEvent::event)
                .extracting(GatewayEvent::key)
                .containsExactly("charge.create", "charge.complete");
        assertThat(events)
                .extracting(PastEvent::event)
                .allSatisfy(event -> assertThat(event.chargeId()).contains(charge.id()))
                .extracting(GatewayEvent::id)
                .doesNotHaveDuplicates();
        assertThat(events(Instant.EPOCH, 1, 1)).containsExactly(events.get(1));
        assertThat(events(Instant.EPOCH, 100, 2)).isEmpty();
        assertThat(events(made(charge).plus(Duration.ofDays(1)), 100, 0)).isEmpty();
    }

    @Test
    void listsTheNewestEventsFirst() {
        Charge charge = create("att_1");
        pay(charge.id());

        List<SentEvent> events = ok(gateway().newestEvents(account(), 100));

        assertThat(events)
                .extracting(event -> event.event().key())
                .containsExactlyInAnyOrder("charge.create", "charge.complete");
        assertThat(events)
                .extracting(event -> event.createdAt().orElseThrow())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ok(gateway().newestEvents(account(), 1))).hasSize(1);
    }

    @Test
    void tellsItsTimeToTheSecond() {
        Instant before = Instant.now().minusSeconds(1);

        assertThat(ok(gateway().time(account()))).isBetween(before, Instant.now());
    }

    @Test
    void listsTheChargesOfATimeOldestFirst() {
        Charge first = create("att_1");
        Charge second = create("att_2");
        pay(second.id());

        assertThat(charges(made(first), made(second), 100, 0).entries()).containsExactly(read(first), read(second));
        assertThat(charges(made(first), made(second), 1, 1)).satisfies(page -> {
            assertThat(page.entries()).containsExactly(read(second));
            assertThat(page.total()).isEqualTo(2);
        });
        assertThat(charges(Instant.EPOCH, made(first).minusSeconds(1), 100, 0).entries())
                .isEmpty();
        assertThat(charges(made(second).plusSeconds(1), made(second).plusSeconds(60), 100, 0)
                        .entries())
                .isEmpty();
    }

    @Test
    void listsTheRefundsOfATimeWithTheirCharges() {
        Charge charge = create("att_1");
        pay(charge.id());
        GatewayRefund first = ok(refund(charge.id(), "ref_1", PART));
        GatewayRefund second = ok(refund(charge.id(), "ref_2", PART));

        assertThat(refunds(made(first), made(second), 100, 0).entries())
                .containsExactly(new AccountRefund(charge.id(), first), new AccountRefund(charge.id(), second));
        assertThat(refunds(made(first), made(second), 1, 1)).satisfies(page -> {
            assertThat(page.entries()).containsExactly(new AccountRefund(charge.id(), second));
            assertThat(page.total()).isEqualTo(2);
        });
        assertThat(refunds(Instant.EPOCH, made(first).minusSeconds(1), 100, 0).entries())
                .isEmpty();
    }

    @Test
    void tellsWhatItKeepsOfAPaidCharge() {
        Charge charge = create("att_1");
        pay(charge.id());

        ChargeFees fees = read(charge).fees().orElseThrow();

        assertThat(fees.fee().plus(fees.vat()).plus(fees.net())).isEqualTo(PRICE);
    }

    @Test
    void tellsAChargeThatIsNotThereFromKeysThatAreRefused() {
        assertThat(gateway().charge(account(), NOBODY))
                .isInstanceOfSatisfying(
                        Answer.NotFound.class,
                        absent -> assertThat(absent.reason()).startsWith("404"));
    }

    @Test
    void tellsTheCountryOfTheAccount() {
        assertThat(ok(gateway().capability(account())).country()).isEqualTo("TH");
        assertThat(ok(gateway().account(account())).country()).isEqualTo("TH");
        assertThat(ok(gateway().account(account())).livemode()).isFalse();
        assertThat(gateway().isAvailable()).isTrue();
    }

    @Test
    void tellsAChargeInItsOwnWords() {
        Charge charge = create("att_told");

        assertThat(ok(gateway().chargeAsTold(account(), charge.id())))
                .startsWith("{")
                .contains(charge.id());
        assertThat(gateway().chargeAsTold(account(), NOBODY)).isInstanceOf(Answer.NotFound.class);
    }

    @Test
    void hasBroughtNothingToNobody() {
        Charge charge = create("att_unheard");

        assertThat(ok(gateway().deliveries(account(), charge.id()))).isEmpty();
    }

    private Charge create(String attempt) {
        return ok(gateway()
                .createCharge(
                        account(),
                        new ChargeRequest(
                                attempt,
                                "pay_" + attempt,
                                "ORDER-" + attempt,
                                PRICE,
                                "alipay_cn",
                                Map.of(),
                                Optional.empty(),
                                URI.create("https://pay.example/payments/return/1"),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Instant made(Charge charge) {
        return charge.createdAt().orElseThrow();
    }

    private static Instant made(GatewayRefund refund) {
        return refund.createdAt().orElseThrow();
    }

    private Charge read(Charge charge) {
        return ok(gateway().charge(account(), charge.id()));
    }

    private Optional<Charge> find(String attempt) {
        return ok(gateway().findCharges(account(), attempt, Instant.EPOCH)).stream()
                .findFirst();
    }

    private Listed<Charge> charges(Instant from, Instant to, int limit, int offset) {
        return ok(gateway().charges(account(), from, to, limit, offset));
    }

    private Listed<AccountRefund> refunds(Instant from, Instant to, int limit, int offset) {
        return ok(gateway().refunds(account(), from, to, limit, offset));
    }

    private Answer<GatewayRefund> refund(String charge, String refund, Money amount) {
        return gateway().refund(account(), charge, refund, amount, "Returned");
    }

    private List<PastEvent> events(Instant since, int limit, int offset) {
        return ok(gateway().events(account(), since, limit, offset)).entries();
    }

    private static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }
}
