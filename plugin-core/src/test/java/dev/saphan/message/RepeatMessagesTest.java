/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.gateway.Gateway;
import dev.saphan.job.Job;
import dev.saphan.persistence.Transactions;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import dev.saphan.webhook.EventFilter;
import dev.saphan.webhook.EventList;
import dev.saphan.webhook.InboundEvent;
import dev.saphan.webhook.ReceiveWebhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events in a list, and many of them followed again. Work runs when a test says so. */
@ParameterizedClass
@EnumSource(Database.class)
class RepeatMessagesTest {

    private static final StoreId SHOP = new StoreId("shop");

    @Parameter
    Database database;

    private final TestClock clock = new TestClock();
    private final AtomicReference<Steps> steps = new AtomicReference<>(what -> {});
    private Node node;

    @BeforeEach
    void open() {
        node = new Node(
                database.open(),
                Map.of(
                        "saphan.public-url",
                        "https://pay.example/payments",
                        "saphan.stores",
                        "shop,other",
                        "saphan.store.shop.test.secret-key",
                        "skey_test_1",
                        "saphan.store.shop.webhook-signature-required",
                        "false",
                        "saphan.store.other.test.secret-key",
                        "skey_test_1",
                        "saphan.store.other.webhook-signature-required",
                        "false"),
                clock,
                Keyset.parse(Keyset.generate()),
                what -> steps.get().before(what),
                Map.of(Gateway.class, new InMemoryOmise(clock, Steps.NONE)));
    }

    @Test
    void followsAnEventAgainOnceItWasFollowed() {
        String id = arrives("charge.complete", "chrg_1");
        process(id);
        assertThat(event(id).isProcessed()).isTrue();

        assertThat(node.get(RepeatMessages.class).repeat(Box.EVENTS, id)).isTrue();
        assertThat(event(id).isProcessed()).isFalse();
        assertThat(tx(() -> node.get(dev.saphan.webhook.ReplayEvent.class).due(id)))
                .isPresent();

        process(id);
        assertThat(event(id).isProcessed()).isTrue();
        assertThat(node.get(RepeatMessages.class).repeat(Box.EVENTS, "evt_nobody"))
                .isFalse();
    }

    @Test
    void goesFromPageToPageAndBackAlsoWhereManyCameAtTheSameTime() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, arrives("charge.create", "chrg_" + i));
        }
        EventFilter all = EventFilter.all(SHOP, Mode.TEST);

        List<String> first = ids(() -> list().newest(all, 2));
        List<String> second = ids(() -> list().olderThan(first.get(1), all, 2));
        List<String> last = ids(() -> list().olderThan(second.get(1), all, 2));
        List<String> back = ids(() -> list().newerThan(last.get(0), all, 2));

        assertThat(first).isEqualTo(newestFirst.subList(0, 2));
        assertThat(second).isEqualTo(newestFirst.subList(2, 4));
        assertThat(last).isEqualTo(newestFirst.subList(4, 5));
        assertThat(back).containsExactly(second.get(1), second.get(0));
    }

    @Test
    void narrowsTheListByEveryFilter() {
        String created = arrives("charge.create", "chrg_1");
        String completed = arrives("charge.complete", "chrg_1");
        process(created);
        clock.forward(Duration.ofHours(1));
        String other = arrives("charge.complete", "chrg_2");
        receive("other", "charge.complete", "chrg_3", "evnt_test_elsewhere");
        MessageFilter all = MessageFilter.all(Box.EVENTS, SHOP, Mode.TEST);

        assertThat(found(all)).containsExactly(other, completed, created);
        assertThat(found(MessageFilter.all(Box.EVENTS, SHOP, Mode.LIVE))).isEmpty();
        assertThat(found(all.of("charge.complete"))).containsExactly(other, completed);
        assertThat(found(all.in("processed"))).containsExactly(created);
        assertThat(found(all.in("waiting"))).containsExactly(other, completed);
        assertThat(found(all.among(Set.of(completed, "evt_x")))).containsExactly(completed);
        assertThat(found(all.among(Set.of()))).isEmpty();
        var moment = clock.instant().minus(Duration.ofMinutes(30));
        assertThat(found(between(all, Optional.of(moment), Optional.empty()))).containsExactly(other);
        assertThat(found(between(all, Optional.empty(), Optional.of(moment)))).containsExactly(completed, created);
        assertThat(found(all.about(Set.of("chrg_1")))).containsExactly(completed, created);
        assertThat(found(all.about(Set.of()))).isEmpty();
    }

    @Test
    void repeatsAllThatFitAndNoneThatCameLater() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            wanted.add(arrives("charge.complete", "chrg_" + i));
        }
        String unlike = arrives("charge.create", "chrg_0");
        wanted.forEach(this::process);
        process(unlike);
        clock.forward(Duration.ofMinutes(1));
        RepeatMessages repeat = node.get(RepeatMessages.class);
        String batch =
                repeat.begin(MessageFilter.all(Box.EVENTS, SHOP, Mode.TEST).of("charge.complete"), "an admin");
        clock.forward(Duration.ofMinutes(1));
        String later = arrives("charge.complete", "chrg_late");
        process(later);

        assertThat(node.run(RepeatMessages.NAME, batch)).isInstanceOf(Job.Next.Again.class);
        assertThat(read(batch).done()).isEqualTo(50);
        runToTheEnd(batch);

        assertThat(read(batch).status()).isEqualTo(MessageBatch.Status.DONE);
        assertThat(read(batch).done()).isEqualTo(120);
        assertThat(read(batch).repeated()).isEqualTo(120);
        assertThat(wanted).noneMatch(id -> event(id).isProcessed());
        assertThat(event(unlike).isProcessed()).isTrue();
        assertThat(event(later).isProcessed()).isTrue();
        assertThat(tx(() -> node.get(MessageBatches.class).results(batch, List.of(wanted.get(0), later))))
                .containsExactly(Map.entry(wanted.get(0), true));
    }

    @Test
    void goesOnWhereItWasWhenTheNodeIsKilled() {
        for (int i = 0; i < 80; i++) {
            process(arrives("charge.complete", "chrg_" + i));
        }
        clock.forward(Duration.ofMinutes(1));
        String batch = node.get(RepeatMessages.class).begin(MessageFilter.all(Box.EVENTS, SHOP, Mode.TEST), "an admin");
        AtomicInteger commits = new AtomicInteger();
        steps.set(what -> {
            if (what.equals("commit") && commits.incrementAndGet() == 42) {
                throw new Killed();
            }
        });

        assertThatThrownBy(() -> node.run(RepeatMessages.NAME, batch)).isInstanceOf(Killed.class);
        steps.set(what -> {});
        assertThat(read(batch).done()).isBetween(1, 49);
        runToTheEnd(batch);

        assertThat(read(batch).done()).isEqualTo(80);
        assertThat(read(batch).status()).isEqualTo(MessageBatch.Status.DONE);
    }

    private void runToTheEnd(String batch) {
        for (int runs = 0; node.run(RepeatMessages.NAME, batch) instanceof Job.Next.Again; runs++) {
            assertThat(runs).isLessThan(100);
        }
    }

    private MessageBatch read(String batch) {
        return tx(() -> node.get(MessageBatches.class).find(batch).orElseThrow());
    }

    private static MessageFilter between(
            MessageFilter all, Optional<java.time.Instant> from, Optional<java.time.Instant> until) {
        return new MessageFilter(
                all.box(), all.store(), all.mode(), all.kind(), all.state(), from, until, all.subjects(), all.ids());
    }

    private List<String> found(MessageFilter filter) {
        return ids(() -> list().newest(filter.events(), 100));
    }

    private List<String> ids(Supplier<List<InboundEvent>> events) {
        return tx(() -> events.get().stream().map(InboundEvent::id).toList());
    }

    private EventList list() {
        return node.get(EventList.class);
    }

    private InboundEvent event(String id) {
        return tx(
                () -> node.get(dev.saphan.webhook.InboundEvents.class).find(id).orElseThrow());
    }

    private void process(String id) {
        node.run("process-event", id);
    }

    private String arrives(String key, String charge) {
        String event = "evnt_test_" + java.util.UUID.randomUUID().toString().replace("-", "");
        receive("shop", key, charge, event);
        EventFilter one = MessageFilter.all(Box.EVENTS, SHOP, Mode.TEST)
                .among(Set.of(event))
                .events();
        return ids(() -> list().newest(one, 1)).get(0);
    }

    private void receive(String store, String key, String charge, String event) {
        Store to = node.get(Stores.class).get(new StoreId(store));
        String body = """
                {"object": "event", "id": "%s", "key": "%s", "livemode": false,
                 "data": {"object": "charge", "id": "%s"}}""".formatted(event, key, charge);
        assertThat(node.get(ReceiveWebhook.class).receive(to, null, null, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ReceiveWebhook.Receipt.STORED);
    }

    private <T> T tx(Supplier<T> work) {
        return node.get(Transactions.class).call(work);
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
