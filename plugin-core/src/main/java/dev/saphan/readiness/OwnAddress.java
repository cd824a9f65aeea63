/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.secret.RandomToken;
import dev.saphan.secret.Tickets;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Duration;
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

    private final Tickets tickets;

    @Inject
    OwnAddress(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What is asked, and what the answer has to be.
     *
     * @param text fit for an address
     */
    record Question(String text, String answer) {}

    Question ask() {
        String answer = RandomToken.next();
        return new Question(tickets.issue(PURPOSE, answer, ANSWERED), answer);
    }

    /** Empty if it was not asked by this installation just now. */
    public Optional<String> answer(String question) {
        return tickets.read(PURPOSE, question);
    }
}
