/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class EventListTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Optional<Instant> NEVER = Optional.empty();

    @Parameter
    Database database;

    private TestPlugin plugin;
    private StoreId store;
    private InboundEvent first;
    private InboundEvent second;
    private InboundEvent third;

    @BeforeEach
    void keepThree() {
        plugin = TestPlugin.on(database);
        store = new StoreId("s" + UUID.randomUUID().toString().substring(0, 8));
        first = keep("charge.create", "chrg_1", 0);
        second = keep("charge.complete", "chrg_1", 1);
        third = keep("charge.complete", "chrg_2", 2);
    }

    @Test
    void goesFromTheNewestToTheOldestAndBack() {
        EventFilter all = EventFilter.all(store, Mode.TEST);

        assertThat(ids(list -> list.newest(all, 2))).containsExactly(third.id(), second.id());
        assertThat(ids(list -> list.olderThan(second.id(), all, 2))).containsExactly(first.id());
        assertThat(ids(list -> list.newerThan(second.id(), all, 2))).containsExactly(third.id());
        assertThat(ids(list -> list.olderThan("evt_nobodys", all, 1))).containsExactly(third.id());
        assertThat(ids(list -> list.newerThan("evt_nobodys", all, 1))).containsExactly(third.id());
    }

    @Test
    void narrowsByWhatSomebodyLooksFor() {
        assertThat(found(filter(Optional.of("charge.create"), Optional.empty(), NEVER, NEVER)))
                .containsExactly(first.id());
        assertThat(found(filter(Optional.empty(), Optional.of(EventFilter.State.PROCESSED), NEVER, NEVER)))
                .isEmpty();
        assertThat(found(filter(Optional.empty(), Optional.of(EventFilter.State.WAITING), NEVER, NEVER)))
                .hasSize(3);
        assertThat(found(filter(Optional.empty(), Optional.empty(), Optional.of(NOON.plusSeconds(1)), NEVER)))
                .containsExactly(third.id(), second.id());
        assertThat(found(filter(Optional.empty(), Optional.empty(), NEVER, Optional.of(NOON.plusSeconds(1)))))
                .containsExactly(first.id());
        assertThat(found(about(Optional.of(Set.of("chrg_2")), Optional.empty())))
                .containsExactly(third.id());
        assertThat(found(about(Optional.empty(), Optional.of(Set.of(first.id(), third.eventId())))))
                .containsExactly(third.id(), first.id());
        assertThat(EventFilter.State.WAITING.code()).isEqualTo("waiting");
    }

    @Test
    void showsNothingOfAnotherStoreOrMode() {
        assertThat(found(EventFilter.all(store, Mode.LIVE))).isEmpty();
        assertThat(found(EventFilter.all(new StoreId("nobodys"), Mode.TEST))).isEmpty();
    }

    @Test
    void findsAnEventByOmisesIdInItsStoreOnly() {
        InboundEvents events = plugin.get(InboundEvents.class);

        assertThat(plugin.transactions().call(() -> events.has(store, first.eventId())))
                .isTrue();
        assertThat(plugin.transactions().call(() -> events.has(new StoreId("nobodys"), first.eventId())))
                .isFalse();
        assertThat(plugin.transactions().call(() -> events.about(store, "chrg_1")))
                .extracting(InboundEvent::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void seesWhatAnotherNodeWroteOnceItIsLocked() {
        InboundEvents events = plugin.get(InboundEvents.class);

        plugin.transactions().run(() -> {
            assertThat(events.find(first.id())).isPresent();
            plugin.entities()
                    .createQuery("update InboundEvent e set e.result = 'charge read' where e.id = :id")
                    .setParameter("id", first.id())
                    .executeUpdate();
            assertThat(events.lock(first.id()).result()).isEqualTo("charge read");
        });
    }

    private InboundEvent keep(String kind, String charge, long seconds) {
        GatewayEvent told = new GatewayEvent("evnt_" + UUID.randomUUID(), kind, false, Optional.of(charge));
        InboundEvent event =
                new InboundEvent(store, told, Verdict.GENUINE, KeptBody.of("{}"), false, NOON.plusSeconds(seconds));
        plugin.transactions().run(() -> plugin.get(InboundEvents.class).add(event));
        return event;
    }

    private EventFilter filter(
            Optional<String> kind, Optional<EventFilter.State> state, Optional<Instant> from, Optional<Instant> until) {
        return new EventFilter(store, Mode.TEST, kind, state, from, until, Optional.empty(), Optional.empty());
    }

    private EventFilter about(Optional<Set<String>> charges, Optional<Set<String>> ids) {
        return new EventFilter(store, Mode.TEST, Optional.empty(), Optional.empty(), NEVER, NEVER, charges, ids);
    }

    private List<String> found(EventFilter filter) {
        return ids(list -> list.newest(filter, 10));
    }

    private List<String> ids(Function<EventList, List<InboundEvent>> question) {
        return plugin.transactions()
                .call(() -> question.apply(plugin.get(EventList.class)).stream()
                        .map(InboundEvent::id)
                        .toList());
    }
}
