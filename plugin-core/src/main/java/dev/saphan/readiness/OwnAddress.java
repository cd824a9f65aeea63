/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.secret.RandomToken;
import dev.saphan.secret.Seal;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A question that only a node of this installation can answer: a random text, sealed with the keyset that all nodes
 * share, for a minute. Whoever answers with the text inside is one of us, whichever node it is; nobody else can make a
 * question that is answered.
 */
@Wired
public class OwnAddress {

    private static final Duration ANSWERED = Duration.ofMinutes(1);
    private static final String PURPOSE = "reach";

    private final Seal seal;
    private final Clock clock;

    @Inject
    OwnAddress(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * What is asked, and what the answer has to be.
     *
     * @param text fit for an address
     */
    record Question(String text, String answer) {}

    Question ask() {
        String answer = RandomToken.next();
        Instant until = clock.instant().plus(ANSWERED);
        byte[] sealed = Base64.getDecoder().decode(seal.close(until.getEpochSecond() + ":" + answer, PURPOSE));
        return new Question(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), answer);
    }

    /** Empty if it was not asked by this installation just now. */
    public Optional<String> answer(String question) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(question);
            String plain = seal.open(Base64.getEncoder().encodeToString(sealed), PURPOSE);
            int colon = plain.indexOf(':');
            Instant until = Instant.ofEpochSecond(Long.parseLong(plain.substring(0, colon)));
            return clock.instant().isBefore(until) ? Optional.of(plain.substring(colon + 1)) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
