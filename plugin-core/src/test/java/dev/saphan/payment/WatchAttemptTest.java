/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.ChargeStatus;
import dev.saphan.job.Job.Next;
import dev.saphan.job.Lane;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.PaymentMethod;
import dev.saphan.money.Money;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.DeploymentReader;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.Retold;
import dev.saphan.testing.RowsInMemory;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often an attempt is looked at, and when it is given up. */
class WatchAttemptTest {

    private static final Instant NOON = SomePayment.NOON;
    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final Duration EXPIRY = Duration.ofHours(24);

    private final Payment payment = SomePayment.open(PRICE);
    private final List<String> done = new ArrayList<>();
    private Runnable omise = () -> {};

    @ParameterizedTest
    @CsvSource({"SCAN,90,false", "SCAN,91,true", "QR,91,false", "REDIRECT,3600,false", "SCAN,86000,true"})
    void givesACodeUpThatACashierScannedAfterTheWait(Flow flow, long seconds, boolean givenUp) {
        Attempt attempt = pending(flow);

        assertThat(at(seconds, "PT90S").run(attempt.id().value())).isNotEqualTo(Next.DONE);

        assertThat(done.contains("expire")).isEqualTo(givenUp);
        assertThat(done.get(0)).as("Omise is asked before").isEqualTo("sync");
    }

    @Test
    void waitsAtTheTillForAsLongAsIsConfigured() {
        Attempt attempt = pending(Flow.SCAN);

        at(119, "PT2M").run(attempt.id().value());
        assertThat(done).doesNotContain("expire");
        at(121, "PT2M").run(attempt.id().value());
        assertThat(done).contains("expire");
    }

    @ParameterizedTest
    @CsvSource({"86401,false", "86402,false", "86403,true"})
    void expiresAtOmiseWhatIsOverAndStillPending(long seconds, boolean expired) {
        Attempt attempt = pending(Flow.QR);

        at(seconds, "PT90S").run(attempt.id().value());

        assertThat(done.contains("expire")).isEqualTo(expired);
    }

    @Test
    void expiresNothingThatOmiseSettledMeanwhile() {
        Attempt attempt = pending(Flow.SCAN);
        omise = () -> attempt.follow(Charges.charge("chrg_1", PRICE, ChargeStatus.SUCCESSFUL), NOON);

        assertThat(at(1000, "PT90S").run(attempt.id().value())).isEqualTo(Next.DONE);

        assertThat(done).containsExactly("sync");
        assertThat(at(1000, "PT90S").run(attempt.id().value())).isEqualTo(Next.DONE);
        assertThat(done).as("settled ones are left alone").hasSize(1);
    }

    @Test
    void expiresNothingBeforeOmiseHasAnswered() {
        Attempt attempt = begin(Flow.SCAN);
        attempt.lost();

        at(1000, "PT90S").run(attempt.id().value());

        assertThat(done).containsExactly("sync");
    }

    @Test
    void expiresWhatNobodyWantsAnyMore() {
        Attempt attempt = pending(Flow.QR);
        Attempt second = payment.chargedAgain(attempt, "chrg_2", NOON);
        second.follow(Charges.charge("chrg_2", PRICE, ChargeStatus.SUCCESSFUL), NOON);
        payment.paidBy(second, NOON, NOON);

        at(10, "PT90S").run(attempt.id().value());

        assertThat(done).containsExactly("sync", "expire");
    }

    @ParameterizedTest
    @CsvSource({
        "QR,0,5",
        "QR,119,5",
        "QR,120,20",
        "QR,899,20",
        "QR,900,120",
        "QR,7199,120",
        "QR,7200,900",
        "SCAN,299,3",
        "SCAN,300,30",
    })
    void looksAgainInARhythm(Flow flow, long age, long pause) {
        Attempt attempt = pending(flow);

        assertThat(at(age, "PT24H").run(attempt.id().value())).isEqualTo(Next.at(NOON.plusSeconds(age + pause)));
    }

    @ParameterizedTest
    @CsvSource({"0,3", "299,3", "300,30", "80000,30"})
    void looksCloselyWhileNothingIsKnown(long age, long pause) {
        Attempt attempt = begin(Flow.REDIRECT);
        attempt.lost();

        assertThat(at(age, "PT90S").run(attempt.id().value())).isEqualTo(Next.at(NOON.plusSeconds(age + pause)));
    }

    @Test
    void looksRightAfterTheExpiry() {
        Attempt attempt = pending(Flow.QR);
        Instant after = NOON.plus(EXPIRY).plusMillis(2_500);

        assertThat(at(EXPIRY.toSeconds() - 60, "PT90S").run(attempt.id().value()))
                .isEqualTo(Next.at(after));
        assertThat(at(EXPIRY.toSeconds() - 1_000, "PT90S").run(attempt.id().value()))
                .as("the rhythm is denser")
                .isEqualTo(Next.at(NOON.plus(EXPIRY).minusSeconds(100)));
    }

    @Test
    void isInTheLaneOfPayments() {
        WatchAttempt watch = at(0, "PT90S");

        assertThat(watch.name()).isEqualTo("watch-attempt");
        assertThat(watch.lane()).isEqualTo(Lane.PAYMENTS);
        assertThat(watch.run("att_nobodys")).isEqualTo(Next.DONE);
    }

    private Attempt pending(Flow flow) {
        Attempt attempt = begin(flow);
        attempt.follow(
                Retold.of(Charges.charge("chrg_1", PRICE, ChargeStatus.PENDING))
                        .expiresAt(NOON.plus(EXPIRY))
                        .charge(),
                NOON);
        return attempt;
    }

    private Attempt begin(Flow flow) {
        return payment.begin(method(flow), NOON);
    }

    static PaymentMethod method(Flow flow) {
        MethodDescriptor any = SomePayment.METHOD.descriptor();
        return () -> new MethodDescriptor(
                any.code(),
                flow,
                any.channels(),
                any.countries(),
                any.limits(),
                any.chargeLife(),
                any.expiryRange(),
                Optional.empty(),
                any.refunds());
    }

    @SuppressWarnings("NullAway")
    private WatchAttempt at(long secondsAfterNoon, String wait) {
        SyncAttempt sync = new SyncAttempt(null, null, null, null, null, null, null, null) {

            @Override
            public boolean sync(AttemptId id, String actor) {
                done.add("sync");
                omise.run();
                return true;
            }
        };
        ExpireAttempt expire = new ExpireAttempt(null, null, null, null, null, null) {

            @Override
            boolean expire(AttemptId id, String actor) {
                done.add("expire");
                return false;
            }
        };
        return new WatchAttempt(
                PaymentFakes.payments(new RowsInMemory(), payment),
                sync,
                expire,
                new NoTransactions(),
                deployment(wait),
                Clock.fixed(NOON.plusSeconds(secondsAfterNoon), ZoneOffset.UTC));
    }

    static Deployment deployment(String wait) {
        return DeploymentReader.read(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("saphan.public-url", "https://pay.example/payments", "saphan.counter.wait", wait),
                        "test",
                        100))
                .build());
    }
}
