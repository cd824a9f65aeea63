/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Attempts of a payment add up, however slowly they are begun. */
class AttemptsEverTest {

    private static final Instant DAYS_LATER = SomePayment.NOON.plus(Duration.ofDays(6));

    private final AttemptLimit limit =
            new AttemptLimit(new RateLimit(30, Duration.ofMinutes(10)), Clock.fixed(DAYS_LATER, ZoneOffset.UTC));
    private final Payment payment = SomePayment.open(Money.ofMinor(150_000, "THB"));

    @Test
    void letsTheLastOneInAndNoneAfterItUntilThePaymentCloses() {
        begin(AttemptLimit.MOST_EVER - 1);
        assertThatNoException().isThrownBy(() -> limit.require(payment));

        begin(1);

        Problem refused = catchThrowableOfType(Problem.class, () -> limit.require(payment));
        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).contains(Duration.ofDays(1));
    }

    private void begin(int attempts) {
        for (int i = 0; i < attempts; i++) {
            payment.begin(SomePayment.METHOD, SomePayment.NOON)
                    .refused(FailureCode.ofRefusal("any", "any"), "any", SomePayment.NOON);
        }
    }
}
