/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.saphan.gateway.GatewayCalled;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each call is written down once, with what it brought or by itself. */
class CallLogTest {

    private final List<String> written = new ArrayList<>();
    private final Transactions transactions = new Counted();
    private int begun;
    private boolean broken;
    private final CallLog log = new CallLog(
            new GatewayCalls(new RowsInMemory().entities()) {

                @Override
                void enter(GatewayCalled called) {
                    if (broken) {
                        throw new IllegalStateException("no database");
                    }
                    written.add(called.subject());
                }
            },
            transactions);

    @Test
    void writesACallDownAtOnceThatNobodyHoldsBack() {
        log.called(call("1"));

        assertThat(written).containsExactly("1");
        assertThat(begun).isEqualTo(1);
    }

    @Test
    void keepsACallInTheTransactionOfWhatItBrought() {
        try (CallLog.Held held = log.hold()) {
            log.called(call("1"));
            assertThat(written).isEmpty();
            held.keep();
        }

        assertThat(written).containsExactly("1");
        assertThat(begun).as("transactions of its own").isZero();
    }

    @Test
    void writesWhatBroughtNothingDownByItself() {
        try (CallLog.Held held = log.hold()) {
            assertThat(held).isNotNull();
            log.called(call("1"));
            log.called(call("2"));
        }

        assertThat(written).containsExactly("1", "2");
        assertThat(begun).isEqualTo(1);
    }

    @Test
    void holdsNothingBackAfterwards() {
        log.hold().close();
        assertThat(begun).as("for no call").isZero();

        log.called(call("1"));

        assertThat(written).containsExactly("1");
    }

    @Test
    void givesTheHoldBackToWhoHadItBefore() {
        try (CallLog.Held outer = log.hold()) {
            try (CallLog.Held inner = log.hold()) {
                log.called(call("inner"));
                inner.keep();
            }
            log.called(call("outer"));
            assertThat(written).containsExactly("inner");
            outer.keep();
        }

        assertThat(written).containsExactly("inner", "outer");
        assertThat(begun).isZero();
    }

    @Test
    void holdsNothingBackOfAnotherThread() throws InterruptedException {
        try (CallLog.Held held = log.hold()) {
            Thread other = new Thread(() -> log.called(call("other")));
            other.start();
            other.join();

            assertThat(written).containsExactly("other");
            held.keep();
        }
        assertThat(written).containsExactly("other");
    }

    @Test
    void stopsNobodyWhereItCannotBeWrittenByItself() {
        broken = true;

        assertThatCode(() -> log.called(call("1"))).doesNotThrowAnyException();
        assertThatCode(() -> {
                    try (CallLog.Held held = log.hold()) {
                        assertThat(held).isNotNull();
                        log.called(call("2"));
                    }
                })
                .doesNotThrowAnyException();

        broken = false;
        log.called(call("3"));
        assertThat(written).as("the hold was given back").containsExactly("3");
    }

    private static GatewayCalled call(String subject) {
        return new GatewayCalled(
                new OneStore().store().account(Mode.TEST),
                Kind.READ,
                subject,
                Instant.parse("2026-03-02T05:00:00Z"),
                Duration.ZERO,
                Outcome.OK,
                "pending");
    }

    private final class Counted implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            begun++;
            return work.get();
        }

        @Override
        public boolean isActive() {
            return false;
        }
    }
}
