/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.ratelimit.ForgetBuckets;
import dev.saphan.ratelimit.Share;
import dev.saphan.ratelimit.SharedBuckets;
import dev.saphan.settings.Limits;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often somebody may try to sign in, on all nodes together. Every attempt is reserved before its password is
 * checked, so that many at once are not more than one after another.
 *
 * <ol>
 *   <li>A device in which the person signed in before has a budget of its own: nobody else can use it up.
 *   <li>From anywhere else an attempt counts for its address, for the name, and for the two together.
 *   <li>When a name's budget is used up from many addresses, an address that did not try it yet has one attempt
 *       instead of several: the person gets in with the right password, a guesser has one guess for each address.
 *   <li>A success fills the budget of name and address, or of the device, and gives back what it reserved of the
 *       others. It clears nobody else's failures.
 * </ol>
 */
@Wired
class SignInAttempts {

    private final SharedBuckets buckets;
    private final ForgetBuckets forgetBuckets;
    private final Limits.SignIns limits;

    @Inject
    SignInAttempts(SharedBuckets buckets, ForgetBuckets forgetBuckets, Limits limits) {
        this.buckets = buckets;
        this.forgetBuckets = forgetBuckets;
        this.limits = limits.signIns();
    }

    /**
     * What an attempt was reserved from.
     *
     * @param own filled by a success
     * @param others given back by a success
     * @param delay not empty if nothing was reserved
     */
    record Reservation(Share own, List<Share> others, Optional<Duration> delay) {}

    /** Call it inside a transaction that runs again on conflict. */
    Reservation reserve(String name, Origin origin) {
        return origin.device().isPresent()
                ? take(Share.of("device", name + " " + origin.device().get(), limits.ofADevice()), List.of())
                : reserveFromAnywhere(name, origin);
    }

    private Reservation reserveFromAnywhere(String name, Origin origin) {
        Share both = Share.of("both", name + " " + origin.network(), limits.ofANameAndAddress());
        Share address = Share.of("address", origin.network(), limits.ofAnAddress());
        Share ofName = Share.of("name", name, limits.ofAName());
        Map<Share, Duration> waits = buckets.waits(List.of(both, address, ofName));
        boolean underAttack = !Objects.requireNonNull(waits.get(ofName)).isZero();
        return underAttack
                ? take(both.within(limits.ofANameAndAddress().withPermits(1)), List.of(address))
                : take(both, List.of(address, ofName));
    }

    /** For a person who is signed in and gives their password again. */
    Reservation reserveChange(String name) {
        return take(Share.of("change", name, limits.ofADevice()), List.of());
    }

    /** Call it inside a transaction. */
    void succeeded(Reservation reservation) {
        buckets.giveBack(reservation.others());
        buckets.fill(List.of(reservation.own()));
    }

    /** The password was never checked. Call it inside a transaction. */
    void notMade(Reservation reservation) {
        buckets.giveBack(all(reservation.own(), reservation.others()));
    }

    /** Outside any transaction. */
    void forgetOld() {
        forgetBuckets.now();
    }

    private Reservation take(Share own, List<Share> others) {
        return new Reservation(own, others, buckets.take(all(own, others)));
    }

    private static List<Share> all(Share own, List<Share> others) {
        return Stream.concat(Stream.of(own), others.stream()).toList();
    }
}
