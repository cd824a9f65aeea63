/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.method.Channel;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentFilter.Happening;
import dev.saphan.payment.PaymentFilter.Period;
import dev.saphan.settings.MethodSettings.AmountRange;
import dev.saphan.settings.Mode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentFilterTest {

    private static final PaymentFilter ALL = PaymentFilter.all(SomePayment.STORE, Mode.TEST);
    private static final AmountRange RANGE = new AmountRange(Money.ofMinor(1, "THB"), Money.ofMinor(9, "THB"));

    @Test
    void narrowsByOneThingAndKeepsTheOthers() {
        Period period = new Period(Happening.PAID, SomePayment.NOON, SomePayment.NOON.plusSeconds(60));
        PaymentFilter filter = ALL.with(" O-1 ")
                .in(Condition.PAID)
                .by("qr_wallet")
                .at(Channel.COUNTER)
                .over(RANGE)
                .during(period);

        assertThat(filter.with("O-2").in(Condition.OPEN)).satisfies(other -> {
            assertThat(other.store()).isEqualTo(SomePayment.STORE);
            assertThat(other.mode()).isEqualTo(Mode.TEST);
            assertThat(other.text()).isEqualTo("O-2");
            assertThat(other.condition()).contains(Condition.OPEN);
            assertThat(other.method()).contains("qr_wallet");
            assertThat(other.channel()).contains(Channel.COUNTER);
            assertThat(other.amount()).contains(RANGE);
            assertThat(other.period()).contains(period);
        });
        assertThat(filter.text()).as("without blanks around it").isEqualTo("O-1");
    }

    @Test
    void isOrderedByTheTimeThatIsAskedFor() {
        assertThat(ALL.orderedBy()).isEqualTo(Happening.CREATED);
        assertThat(ALL.during(new Period(Happening.PAID, SomePayment.NOON, SomePayment.NOON))
                        .orderedBy())
                .isEqualTo(Happening.PAID);
    }

    @Test
    void findsEachKindOfAttentionByOneConditionAtLeast() {
        List<Attention> found = Arrays.stream(Condition.values())
                .flatMap(condition -> condition.raised().stream())
                .toList();

        assertThat(found).containsExactlyInAnyOrder(Attention.values());
    }

    @Test
    void knowsWhichConditionsNeedAPerson() {
        assertThat(Arrays.stream(Condition.values()).filter(condition -> !condition.isTrouble()))
                .containsExactly(
                        Condition.OPEN, Condition.PAID, Condition.REFUNDED, Condition.CLOSED, Condition.ATTENTION);
    }

    @Test
    void isWrittenInAddressesInSmallLetters() {
        assertThat(Condition.REFUND_FAILED.code()).isEqualTo("refund_failed");
        assertThat(Happening.PAID.code()).isEqualTo("paid");
    }

    @Test
    void hasNoPlaceInAListByATimeThatAPaymentDoesNotHave() {
        Payment open = SomePayment.open(Money.ofMinor(150_000, "THB"));
        Payment paid = SomePayment.paid(Money.ofMinor(150_000, "THB"));

        assertThat(ListEdge.of(open, Happening.PAID)).isEmpty();
        assertThat(ListEdge.of(open, Happening.CREATED))
                .contains(new ListEdge(SomePayment.NOON, open.id().value()));
        assertThat(ListEdge.of(paid, Happening.PAID))
                .contains(new ListEdge(SomePayment.NOON, paid.id().value()));
    }
}
