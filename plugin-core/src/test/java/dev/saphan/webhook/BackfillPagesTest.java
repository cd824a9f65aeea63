/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.job.Job.Next;
import dev.saphan.settings.StoreChanged;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From where and how far an account's list of events is read. */
class BackfillPagesTest {

    private static final String ACCOUNT = "shop:test";
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final RowsInMemory rows = new RowsInMemory();
    private final EventsInMemory events = new EventsInMemory(rows);
    private final JobsInMemory jobs = new JobsInMemory();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final List<PastEvent> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int pagesAnswered = Integer.MAX_VALUE;
    private final BackfillEvents backfill = new BackfillEvents(
            omise(),
            events,
            new KeepEvent(events, jobs, new NoTransactions(), clock),
            new OneStore(),
            jobs,
            new NoTransactions(),
            clock);

    @Test
    void looksBackADayWhenItWasNeverRead() {
        assertThat(backfill.run(ACCOUNT)).isEqualTo(Next.at(NOON.plus(Duration.ofMinutes(2))));

        assertThat(asked).containsExactly(NOON.minus(Duration.ofDays(1)).minus(OVERLAP) + " 100 0");
        assertThat(events.all()).isEmpty();
    }

    @Test
    void beginsALittleBeforeTheLastOneSeen() {
        tell(3);

        backfill.run(ACCOUNT);
        backfill.run(ACCOUNT);

        assertThat(events.all()).hasSize(3);
        assertThat(asked.get(1)).isEqualTo(at(2).minus(OVERLAP) + " 100 0");
    }

    @Test
    void readsEveryPage() {
        tell(250);

        assertThat(backfill.run(ACCOUNT)).isEqualTo(Next.at(NOON.plus(Duration.ofMinutes(2))));

        assertThat(events.all()).hasSize(250).allMatch(InboundEvent::isListed);
        assertThat(asked)
                .hasSize(3)
                .allMatch(question -> question.startsWith(asked.get(0).substring(0, 20)));
        assertThat(asked.get(2)).endsWith(" 100 200");
    }

    @Test
    void asksOnceMoreAfterAWholePage() {
        tell(100);

        backfill.run(ACCOUNT);

        assertThat(asked).hasSize(2);
    }

    @Test
    void goesOnFromThePageThatItHadWhenOmiseFallsSilent() {
        tell(150);
        pagesAnswered = 1;

        assertThat(backfill.run(ACCOUNT)).isEqualTo(Next.at(NOON.plusSeconds(15)));

        assertThat(events.all()).hasSize(100);
        pagesAnswered = Integer.MAX_VALUE;
        backfill.run(ACCOUNT);
        assertThat(asked.get(2)).isEqualTo(at(99).minus(OVERLAP) + " 100 0");
        assertThat(events.all()).hasSize(150);
        assertThat(events.cursor(ACCOUNT, NOON)).isEqualTo(at(149));
    }

    @Test
    void neverMovesBack() {
        rows.entities().persist(new EventCursor(ACCOUNT, at(200)));
        tell(3);

        backfill.run(ACCOUNT);

        assertThat(events.cursor(ACCOUNT, NOON)).isEqualTo(at(200));
    }

    @Test
    void endsWhereThereIsNoSuchAccountAnyMore() {
        assertThat(backfill.run("shop:live")).isEqualTo(Next.DONE);
        assertThat(asked).isEmpty();
    }

    @Test
    void isEnteredForEveryAccount() {
        backfill.begin();

        assertThat(jobs.due(BackfillEvents.NAME, ACCOUNT)).contains(NOON);
        assertThat(jobs.due(BackfillEvents.NAME, "shop:live")).isEmpty();
        assertThat(backfill.name()).isEqualTo("backfill-events");
    }

    @Test
    void isEnteredForTheAccountsOfAStoreThatWasChanged() {
        backfill.changed(new StoreChanged(new StoreId("shop")));

        assertThat(jobs.due(BackfillEvents.NAME, ACCOUNT)).contains(NOON);
    }

    private void tell(int count) {
        IntStream.range(0, count)
                .mapToObj(number -> new PastEvent(
                        new GatewayEvent("evnt_" + number, "charge.create", false, Optional.of("chrg_" + number)),
                        Optional.of(at(number)),
                        "{}"))
                .forEach(told::add);
    }

    private static Instant at(int number) {
        return NOON.minus(Duration.ofHours(2)).plusSeconds(number);
    }

    private Gateway omise() {
        return (Gateway) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Gateway.class},
                (proxy, method, arguments) -> events(arguments));
    }

    private Answer<Listed<PastEvent>> events(Object[] arguments) {
        asked.add(arguments[1] + " " + arguments[2] + " " + arguments[3]);
        if (pagesAnswered-- <= 0) {
            return new Answer.Unknown<>("timed out");
        }
        List<PastEvent> page =
                told.stream().skip((int) arguments[3]).limit((int) arguments[2]).toList();
        return new Answer.Ok<>(new Listed<>(page, told.size(), 0));
    }
}
