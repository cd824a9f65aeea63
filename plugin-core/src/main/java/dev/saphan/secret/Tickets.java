/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What leaves with a browser or a call and comes back, to whichever node: sealed for one purpose, worth nothing after a
 * while, fit for addresses and cookies. Nothing of it is kept here.
 */
@Wired
public class Tickets {

    private final Seal seal;
    private final Clock clock;

    @Inject
    public Tickets(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    public String issue(String purpose, String content, Duration life) {
        Instant until = clock.instant().plus(life);
        byte[] sealed = Base64.getDecoder().decode(seal.close(until.getEpochSecond() + ":" + content, purpose));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if it was not issued by this installation, for another purpose, or too long ago. */
    public Optional<String> read(String purpose, String ticket) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(ticket);
            String plain = seal.open(Base64.getEncoder().encodeToString(sealed), purpose);
            int colon = plain.indexOf(':');
            Instant until = Instant.ofEpochSecond(Long.parseLong(plain.substring(0, colon)));
            return clock.instant().isBefore(until) ? Optional.of(plain.substring(colon + 1)) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
