/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.JobsInMemory;
import dev.saphan.testing.NoTransactions;
import dev.saphan.testing.OneStore;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.webhook.ReceiveWebhook.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiveWebhookTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final StoreId SHOP = new StoreId("shop");
    private static final byte[] BODY = "{\"id\":\"evnt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final GatewayEvent EVENT = event("evnt_1", false);

    private final RowsInMemory rows = new RowsInMemory();
    private final EventsInMemory events = new EventsInMemory(rows);
    private final JobsInMemory jobs = new JobsInMemory();
    private final KeepEvent keepEvent =
            new KeepEvent(events, jobs, new NoTransactions(), Clock.fixed(NOON, ZoneOffset.UTC));
    private final Store store = new OneStore().store();
    private Verdict verdict = Verdict.GENUINE;
    private Optional<GatewayEvent> event = Optional.of(EVENT);

    @Test
    void keepsWhatIsOmisesWithTheWorkThatFollowsIt() {
        assertThat(receive(store)).isEqualTo(Receipt.STORED);

        InboundEvent kept = events.all().get(0);
        assertThat(kept.eventId()).isEqualTo("evnt_1");
        assertThat(kept.store()).isEqualTo(SHOP);
        assertThat(kept.mode()).isEqualTo(Mode.TEST);
        assertThat(kept.chargeId()).contains("chrg_1");
        assertThat(kept.eventKey()).isEqualTo("charge.complete");
        assertThat(kept.body()).isEqualTo("{\"id\":\"evnt_1\"}");
        assertThat(kept.receivedAt()).isEqualTo(NOON);
        assertThat(kept.isGenuine()).isTrue();
        assertThat(kept.isListed()).isFalse();
        assertThat(kept.isProcessed()).isFalse();
        assertThat(jobs.due(ProcessEvent.NAME, kept.id())).contains(NOON);
        assertThat(rows.isWritten()).as("a second one is refused at once").isTrue();
    }

    @Test
    void keepsAnEventOnceAndAcknowledgesItAgain() {
        receive(store);

        assertThat(receive(store)).isEqualTo(Receipt.STORED);
        assertThat(events.all()).hasSize(1);
    }

    @Test
    void refusesWhatIsForged() {
        verdict = Verdict.FORGED;

        assertThat(receive(store)).isEqualTo(Receipt.FORGED);
        assertThat(receive(withoutSignatures(store))).isEqualTo(Receipt.FORGED);
        assertThat(events.all()).isEmpty();
    }

    @Test
    void takesWhatIsNotSignedOnlyWhereTheStoreAllowsIt() {
        verdict = Verdict.UNSIGNED;

        assertThat(receive(store)).isEqualTo(Receipt.FORGED);
        assertThat(events.all()).isEmpty();

        assertThat(receive(withoutSignatures(store))).isEqualTo(Receipt.STORED);
        assertThat(events.all()).singleElement().matches(kept -> !kept.isGenuine());
    }

    @Test
    void refusesWhatIsOfAModeThatTheStoreHasNoKeysOf() {
        event = Optional.of(event("evnt_2", true));

        assertThat(receive(withoutSignatures(store))).isEqualTo(Receipt.FORGED);
        assertThat(events.all()).isEmpty();
    }

    @Test
    void refusesWhatIsNoEvent() {
        event = Optional.empty();

        assertThat(receive(store)).isEqualTo(Receipt.MALFORMED);
    }

    @Test
    void knowsOfAListedEventWhetherItsWebhookCameAfterAll() {
        assertThat(keepEvent.keepListed(SHOP, EVENT, "{}")).isTrue();
        assertThat(keepEvent.keepListed(SHOP, EVENT, "{}")).isFalse();
        assertThat(events.all()).singleElement().matches(InboundEvent::isListed).matches(InboundEvent::isGenuine);

        assertThat(keepEvent.keepArrived(SHOP, EVENT, Verdict.FORGED, "{}")).isFalse();
        assertThat(events.all().get(0).isListed()).isTrue();
        assertThat(keepEvent.keepArrived(SHOP, EVENT, Verdict.GENUINE, "{}")).isFalse();
        assertThat(events.all()).singleElement().matches(kept -> !kept.isListed());
    }

    @Test
    void keepsTheSameEventOfEachStore() {
        assertThat(keepEvent.keepListed(SHOP, EVENT, "{}")).isTrue();
        assertThat(keepEvent.keepListed(new StoreId("other"), EVENT, "{}")).isTrue();
        assertThat(keepEvent.keepArrived(new StoreId("third"), EVENT, Verdict.GENUINE, "{}"))
                .isTrue();
    }

    private Receipt receive(Store at) {
        Webhooks webhooks = new Webhooks() {

            @Override
            public Verdict verify(
                    OmiseAccount account, @Nullable String signature, @Nullable String timestamp, byte[] body) {
                return verdict;
            }

            @Override
            public Optional<GatewayEvent> read(byte[] body) {
                return event;
            }

            @Override
            public Optional<Instant> madeAt(String body) {
                return Optional.empty();
            }
        };
        return new ReceiveWebhook(webhooks, keepEvent).receive(at, "signature", "1", BODY);
    }

    private static GatewayEvent event(String id, boolean livemode) {
        return new GatewayEvent(id, "charge.complete", livemode, Optional.of("chrg_1"));
    }

    private static Store withoutSignatures(Store store) {
        return new Store(
                store.id(),
                store.name(),
                store.country(),
                store.timeZone(),
                store.accounts(),
                store.apiKeyHashes(),
                store.orderPort(),
                store.orderPortInProcess(),
                store.returnOrigins(),
                store.methods(),
                store.latePaymentPolicy(),
                store.duplicatePaymentPolicy(),
                false,
                store.paymentLife(),
                store.alerts(),
                store.refundLimits());
    }
}
