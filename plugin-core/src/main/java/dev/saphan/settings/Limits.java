/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.time.Duration;

/**
 * What is let in: {@code saphan.limits.*} in the README, whose defaults no honest shop meets.
 *
 * @param attemptsOfAPayment charges that may be begun on one payment
 */
public record Limits(AtOnce atOnce, Bodies bodies, SignIns signIns, Requests requests, RateLimit attemptsOfAPayment) {

    /**
     * How many requests work at once, by family. Together with a quarter of them that waits, they have to stay below
     * the container's number of threads.
     *
     * @param longestWait how long a request waits for another one of its family to end
     */
    public record AtOnce(int api, int pages, int signIn, int counter, int backOffice, Duration longestWait) {}

    /**
     * @param deadline longest time that a body may take to arrive
     * @param atOnce how many may be arriving or worked on
     * @param bytesAtOnce how much memory they may take together
     */
    public record Bodies(Duration deadline, int atOnce, long bytesAtOnce) {}

    /**
     * Attempts to sign in that did not succeed.
     *
     * @param ofAName from everywhere, except from where that person signed in before
     * @param ofADevice from a browser in which that person signed in before
     */
    public record SignIns(RateLimit ofANameAndAddress, RateLimit ofAnAddress, RateLimit ofAName, RateLimit ofADevice) {}

    /**
     * @param ofAnAddress for hosted pages and sign-in
     * @param refused of one address: wrong API keys, unknown page tokens, refused signatures, each by itself
     */
    public record Requests(RateLimit ofAKey, RateLimit ofAStore, RateLimit ofAnAddress, RateLimit refused) {}
}
