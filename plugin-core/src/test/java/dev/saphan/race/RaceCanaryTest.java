/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.race.Sabotage.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The races find what they are there for: each turns red, for its reason, when its promise is broken. */
class RaceCanaryTest {

    @TempDir
    Path classes;

    @Test
    void findsThatThePaymentIsNotLocked() throws IOException, InterruptedException {
        Result result = new Sabotage(
                        "payment/Payments.java",
                        "entities.find(Payment.class, id.value(), LockModeType.PESSIMISTIC_WRITE)",
                        "entities.find(Payment.class, id.value())")
                .in(classes, RefundRaceTest.class, "neverExceedsWhatIsLeft");

        assertThat(result.output())
                .contains("-Dsaphan.race.seed=")
                .containsAnyOf(
                        "refunds said to have failed", "what went back", "The transaction was rolled back at commit");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void findsThatASecondSuccessPaysAgain() throws IOException, InterruptedException {
        Result result = new Sabotage(
                        "payment/RecordCharge.java",
                        "case PAID -> again(payment, attempt);",
                        "case PAID -> messages.tell(payment, OrderMessage.PAID);")
                .in(classes, PaymentRaceTest.class, "showsASecondSuccessAsADuplicate");

        assertThat(result.output()).contains("-Dsaphan.race.seed=", "orders to book the payment");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void findsThatAnOldAnswerUndoesARefund() throws IOException, InterruptedException {
        Result result = new Sabotage(
                        "payment/RecordReading.java", "payment.version() == known.version()", "payment.version() >= 0")
                .in(classes, RefundRaceTest.class, "countsOnceWhenItTakesTimeAtOmise");

        assertThat(result.output()).contains("-Dsaphan.race.seed=", "refunds said to have failed");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void findsThatAMessageOvertakesAnother() throws IOException, InterruptedException {
        Result result = new Sabotage(
                        "storefront/DeliverOrderCommand.java",
                        "new Waiting(command, commands.isBehindAnother(command))",
                        "new Waiting(command, false)")
                .in(classes, OrderCommandRaceTest.class, "haveTheirEffectOnceAndInOrder");

        assertThat(result.output()).contains("-Dsaphan.race.seed=", "what the storefront did");
        assertThat(result.exit()).isEqualTo(1);
    }

    @Test
    void findsNothingWhereNothingIsBroken() throws IOException, InterruptedException {
        Result result = Sabotage.without(RefundRaceTest.class, "neverExceedsWhatIsLeft");

        assertThat(result.output()).doesNotContain("-Dsaphan.race.seed=");
        assertThat(result.exit()).isZero();
    }
}
