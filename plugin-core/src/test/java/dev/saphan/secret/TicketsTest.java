/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock();
    private final String keyset = Keyset.generate();
    private final Tickets tickets = new Tickets(Keyset.parse(keyset), clock);

    @Test
    void comeBackToAnyNodeWithTheSameKeyset() {
        String ticket = tickets.issue("a purpose", "content: with a colon", LIFE);

        assertThat(ticket).matches("[A-Za-z0-9_-]+").doesNotContain("content");
        assertThat(new Tickets(Keyset.parse(keyset), clock).read("a purpose", ticket))
                .contains("content: with a colon");
    }

    @Test
    void areWorthNothingForAnythingElse() {
        String ticket = tickets.issue("a purpose", "content", LIFE);

        assertThat(tickets.read("another purpose", ticket)).isEmpty();
        assertThat(new Tickets(Keyset.parse(Keyset.generate()), clock).read("a purpose", ticket))
                .isEmpty();
        assertThat(tickets.read("a purpose", ticket.substring(1))).isEmpty();
        assertThat(tickets.read("a purpose", "")).isEmpty();
        assertThat(tickets.read("a purpose", "no base64!")).isEmpty();
    }

    @Test
    void endWithTheirTime() {
        String ticket = tickets.issue("a purpose", "content", LIFE);

        clock.forward(LIFE.minusMinutes(1));
        assertThat(tickets.read("a purpose", ticket)).isPresent();
        clock.forward(Duration.ofMinutes(1));
        assertThat(tickets.read("a purpose", ticket)).isEmpty();
    }
}
