/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.settings.StoreId;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets no storefront that keeps silent hold all threads that bring messages. As long as one is silent it is asked one
 * message at a time; the first that it answers in time lets all others go again. Safe for use by many threads; each node
 * knows its own calls only.
 */
@Wired
class StorefrontTurns {

    /** Whoever answers at all does it sooner, mostly. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    /** The messages of a silent storefront come back one after another, so that not all of them are read again each time. */
    private static final Duration STEP = Duration.ofMillis(250);

    private static final int MOST_STEPS = 240;

    private final Map<StoreId, Calls> byStore = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    StorefrontTurns(Clock clock) {
        this.clock = clock;
    }

    /** To be closed by whoever got it, whether they may ask now or not. */
    Turn next(StoreId store) {
        return byStore.computeIfAbsent(store, id -> new Calls()).next();
    }

    /** A storefront may be asked from here until it is closed, unless it says to come back later. */
    interface Turn extends AutoCloseable {

        /** In how long to come back, if it may not be asked now. */
        Optional<Duration> later();

        /**
         * What came of it.
         *
         * @return whether the storefront was silent and speaks again, so that those that were sent away may come
         */
        boolean heard(OrderAnswer answer);

        @Override
        void close();
    }

    /** Those to one storefront that are under way. */
    private final class Calls {

        private final Set<Call> running = new HashSet<>();
        private boolean wasSilent;
        private int turnedAway;

        synchronized Turn next() {
            boolean isSilent = wasSilent || running.stream().anyMatch(Call::isLong);
            if (isSilent && !running.isEmpty()) {
                turnedAway = Math.min(turnedAway + 1, MOST_STEPS);
                return new Later(STEP.multipliedBy(turnedAway));
            }
            turnedAway = 0;
            Call call = new Call(this, clock.instant());
            running.add(call);
            return call;
        }

        /** Ends the silence; no for those who find it ended. */
        synchronized boolean isOver() {
            boolean was = wasSilent;
            wasSilent = false;
            return was;
        }

        synchronized void end(Call call) {
            running.remove(call);
            wasSilent = call.isSilent;
        }
    }

    private final class Call implements Turn {

        private final Calls calls;
        private final Instant since;
        private boolean isSilent;

        Call(Calls calls, Instant since) {
            this.calls = calls;
            this.since = since;
        }

        boolean isLong() {
            return Duration.between(since, clock.instant()).compareTo(SILENCE) >= 0;
        }

        @Override
        public Optional<Duration> later() {
            return Optional.empty();
        }

        @Override
        public boolean heard(OrderAnswer answer) {
            isSilent = answer instanceof OrderAnswer.RetryLater && isLong();
            return !isSilent && calls.isOver();
        }

        @Override
        public void close() {
            calls.end(this);
        }
    }

    private record Later(Duration pause) implements Turn {

        @Override
        public Optional<Duration> later() {
            return Optional.of(pause);
        }

        @Override
        public boolean heard(OrderAnswer answer) {
            throw new IllegalStateException("Nobody was asked");
        }

        @Override
        public void close() {}
    }
}
