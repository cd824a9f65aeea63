/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.settings.SessionLife;
import dev.saphan.user.Identity;
import dev.saphan.user.KnownPeople;
import dev.saphan.web.testing.Browser;
import dev.saphan.web.testing.SomeDeployment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A session is somebody's from the sign-in on, and until it is over. */
class SessionsTest {

    private static final String PAGE = "/admin/index.xhtml";

    private final KnownPeople people = new KnownPeople();
    private final Browser browser = new Browser();
    private final Identity cashier = people.know("cashier", 1);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void beginsWithAnIdThatNobodyKnewBefore() {
        browser.request(PAGE).getSession(true);
        String planted = browser.cookie();

        begin();

        assertThat(browser.cookie()).isNotEmpty().isNotEqualTo(planted);
        assertThat(isSignedIn(PAGE)).isTrue();
        browser.cookie(planted);
        assertThat(isSignedIn(PAGE)).isFalse();
    }

    @Test
    void beginsAnewForSomebodyElse() {
        begin();
        String before = browser.cookie();
        Identity admin = people.know("admin", 1);
        sessions().begin(browser.request(PAGE), admin);

        assertThat(sessions().current(browser.request(PAGE))).contains(admin);
        browser.cookie(before);
        assertThat(isSignedIn(PAGE)).isFalse();
    }

    @Test
    void endsWhenNobodyActs() {
        begin();
        after(Duration.ofMinutes(29));
        assertThat(isSignedIn(PAGE)).isTrue();
        after(Duration.ofMinutes(29));
        assertThat(isSignedIn(PAGE)).as("the act before counted").isTrue();

        after(Duration.ofMinutes(31));
        assertThat(isSignedIn(PAGE)).isFalse();
        now = now.minus(Duration.ofMinutes(31));
        assertThat(isSignedIn(PAGE)).as("over is over").isFalse();
    }

    @Test
    void whatPagesAskByThemselvesIsNoAct() {
        begin();
        for (int minute = 0; minute < 30; minute++) {
            after(Duration.ofMinutes(1));
            assertThat(isSignedIn("/counter/state")).isTrue();
        }
        after(Duration.ofMinutes(1));

        assertThat(isSignedIn("/counter/state")).isFalse();
    }

    @Test
    void endsHoweverMuchIsDone() {
        begin();
        for (int quarter = 0; quarter < 4 * 12; quarter++) {
            after(Duration.ofMinutes(15));
            assertThat(isSignedIn(PAGE)).isTrue();
        }
        after(Duration.ofSeconds(1));

        assertThat(isSignedIn(PAGE)).isFalse();
    }

    @Test
    void endsWithANewPasswordAndWhenThePersonIsDisabled() {
        begin();
        people.know("cashier", 2);
        assertThat(isSignedIn(PAGE)).isFalse();

        sessions().begin(browser.request(PAGE), people.know("cashier", 3));
        assertThat(isSignedIn(PAGE)).isTrue();
        people.disable("cashier");
        assertThat(isSignedIn(PAGE)).isFalse();
    }

    private void begin() {
        sessions().begin(browser.request(PAGE), cashier);
    }

    private boolean isSignedIn(String path) {
        return sessions().current(browser.request(path)).isPresent();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private Sessions sessions() {
        SessionLife life = new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12));
        return new Sessions(people, SomeDeployment.with(life), Clock.fixed(now, ZoneOffset.UTC));
    }
}
