/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * So many payments of a shop in Bangkok, up to a present moment. The same seed, number, span and present make the same
 * payments.
 */
public final class Past {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** Keep the streams of neighbouring payments and seeds apart: odd, and no step of the generator itself. */
    private static final long OF_PAYMENT = 0xBF58_476D_1CE4_E5B9L;

    private static final long OF_SEED = 0x94D0_49BB_1331_11EBL;

    private final long seed;
    private final long count;
    private final Instant present;
    private final Rhythm rhythm;

    /** @param days how far it reaches back */
    public Past(long seed, long count, int days, Instant present) {
        this.seed = seed;
        this.count = count;
        this.present = present;
        this.rhythm = new Rhythm(present, days, BANGKOK);
    }

    public long count() {
        return count;
    }

    /** Oldest first. */
    public Stream<PastPayment> payments() {
        return LongStream.range(0, count).mapToObj(this::payment);
    }

    public PastPayment payment(long number) {
        Chance chance = new Chance((seed * OF_SEED) ^ (number * OF_PAYMENT));
        Instant created = rhythm.time(number, count, chance);
        return new PaymentStory(number, created, present, chance).tell();
    }
}
