/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.money.Money;
import dev.saphan.payment.AttemptStatus;
import dev.saphan.payment.Attention;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentList;
import dev.saphan.payment.PaymentTotal;
import dev.saphan.settings.Mode;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LookForTroubleTest {

    private static final Money AMOUNT = Money.ofMinor(10_000, "THB");

    @Parameter
    Database database;

    private TestPlugin plugin;
    private Ledger ledger;
    private Instant now;

    @BeforeEach
    void open() {
        plugin = TestPlugin.on(database);
        ledger = new Ledger(plugin.get(DataSource.class), ZoneId.of("Asia/Bangkok"));
        now = plugin.clock().instant();
    }

    @Test
    void aPaymentIsStuckWhenAnOutcomeIsDue() {
        String unanswered = open(AttemptStatus.UNKNOWN, Duration.ofMinutes(5), Duration.ofHours(-1));
        String overdue = open(AttemptStatus.PENDING, Duration.ofHours(1), Duration.ofMinutes(15));
        open(AttemptStatus.UNKNOWN, Duration.ofSeconds(30), Duration.ofHours(-1));
        open(AttemptStatus.PENDING, Duration.ofHours(1), Duration.ofMinutes(5));
        open(AttemptStatus.EXPIRED, Duration.ofHours(1), Duration.ofMinutes(30));
        String closed = open(AttemptStatus.FAILED, Duration.ofHours(1), Duration.ofMinutes(30));
        ledger.attempt(closed, "atome_qr", AttemptStatus.ABSENT, now.minusSeconds(3_600), null);

        assertThat(trouble().payments())
                .isEqualTo(Map.of(Condition.STUCK, List.of(new PaymentTotal(2, Money.ofMinor(20_000, "THB")))));
        assertThat(listed(Condition.STUCK)).containsExactlyInAnyOrder(unanswered, overdue);
    }

    @Test
    void eachReasonIsCountedByItselfAndInEachCurrency() {
        String twice = ledger.paid(AMOUNT, now);
        ledger.raised(twice, Attention.DUPLICATE_PAYMENT);
        String strange = ledger.paid(AMOUNT, now);
        ledger.raised(strange, Attention.AMOUNT_MISMATCH);
        ledger.raised(strange, Attention.MODE_MISMATCH);
        String foreign = ledger.paid(Money.ofMinor(700, "SGD"), now);
        ledger.raised(foreign, Attention.CURRENCY_MISMATCH);
        String kept = ledger.paid(AMOUNT, now);
        ledger.raised(kept, Attention.REFUND_FAILED);

        assertThat(trouble().payments())
                .isEqualTo(Map.of(
                        Condition.DUPLICATE, List.of(new PaymentTotal(1, AMOUNT)),
                        Condition.MISMATCH,
                                List.of(new PaymentTotal(1, Money.ofMinor(700, "SGD")), new PaymentTotal(1, AMOUNT)),
                        Condition.REFUND_FAILED, List.of(new PaymentTotal(1, AMOUNT))));
        assertThat(listed(Condition.MISMATCH)).containsExactlyInAnyOrder(strange, foreign);
        assertThat(listed(Condition.DUPLICATE)).containsExactly(twice);
        assertThat(listed(Condition.REFUND_FAILED)).containsExactly(kept);
    }

    @Test
    void isAboutOneModeOnly() {
        ledger.raised(ledger.paid(AMOUNT, now), Attention.DUPLICATE_PAYMENT);

        Trouble live = plugin.get(LookForTrouble.class).in(ledger.store().id(), Mode.LIVE);

        assertThat(live.payments()).isEmpty();
        assertThat(live.silence()).isEmpty();
    }

    @Test
    void eventsThatHadToBeLookedUpBreakNoSilence() {
        String payment = ledger.paid(AMOUNT, now);
        for (int i = 30; i <= 60; i++) {
            Instant begun = now.minus(Duration.ofMinutes(i));
            ledger.attempt(payment, "atome_qr", AttemptStatus.SUCCESSFUL, begun, Duration.ofSeconds(20));
            ledger.webhook(begun.plusSeconds(20), false);
        }
        ledger.attempt(payment, "atome_qr", AttemptStatus.PENDING, now.minus(Duration.ofMinutes(29)), null);
        assertThat(trouble().isSilent()).as("one that a shopper left open").isFalse();
        ledger.attempt(payment, "atome_qr", AttemptStatus.PENDING, now.minus(Duration.ofMinutes(10)), null);
        assertThat(trouble().isSilent()).as("another that nothing is heard of").isTrue();

        ledger.webhook(now.minus(Duration.ofMinutes(1)), true);
        assertThat(trouble().isSilent()).as("found in the list").isTrue();

        ledger.webhook(now.minus(Duration.ofMinutes(1)), false);
        assertThat(trouble().isSilent()).as("its webhook came").isFalse();
    }

    private String open(AttemptStatus status, Duration age, Duration expiredSince) {
        String payment = ledger.open(AMOUNT, now.minus(age));
        ledger.attempt(payment, "atome_qr", status, null, now.minus(age), null, now.minus(expiredSince));
        return payment;
    }

    private Trouble trouble() {
        return plugin.get(LookForTrouble.class).in(ledger.store().id(), Mode.TEST);
    }

    private List<String> listed(Condition condition) {
        PaymentFilter filter = PaymentFilter.all(ledger.store().id(), Mode.TEST).in(condition);
        return plugin.transactions().call(() -> plugin.get(PaymentList.class).newest(filter, 10)).payments().stream()
                .map(payment -> payment.id().value())
                .toList();
    }
}
