/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.EventDelivery;
import dev.saphan.gateway.Listed;
import dev.saphan.gateway.PastEvent;
import dev.saphan.gateway.SentEvent;
import dev.saphan.gateway.SentEvent.Sending;
import dev.saphan.gateway.Webhooks.GatewayEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Omise's list of events and of what it sent for each, read in our words. */
class OmiseEventsTest {

    private static final Optional<Instant> NOON = Optional.of(Instant.parse("2026-03-02T05:00:00Z"));

    @Test
    void anEventNamesWhatHappenedAndItsCharge() {
        Listed<PastEvent> events = OmiseEvents.list(list("""
                {"object": "event", "id": "evnt_test_1", "key": "charge.complete", "livemode": false,
                 "created_at": "2026-03-02T05:00:00Z", "data": {"object": "charge", "id": "chrg_test_1"}}
                """));

        assertThat(events.entries()).singleElement().satisfies(past -> {
            assertThat(past.event())
                    .isEqualTo(new GatewayEvent("evnt_test_1", "charge.complete", false, Optional.of("chrg_test_1")));
            assertThat(past.createdAt()).isEqualTo(NOON);
            assertThat(past.body()).startsWith("{").contains("\"evnt_test_1\"", "\"charge.complete\"");
        });
        assertThat(events.skipped()).isZero();
        assertThat(events.total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'object':'charge','id':'chrg_test_1'}                          | chrg_test_1",
                "{'object':'refund','id':'rfnd_test_1','charge':'chrg_test_2'}   | chrg_test_2",
                "{'object':'dispute','id':'dspt_test_1','charge':'chrg_test_3'}  | chrg_test_3",
                "{'id':'chrg_test_4'}                                            | -",
                "{'object':'customer','id':'cust_test_1'}                        | -",
                "7                                                               | -"
            })
    void anEventIsAboutTheChargeThatItsDataIsOrNames(String data, String charge) {
        var events = OmiseEvents.list(
                list("{'object':'event','id':'evnt_test_1','key':'some.thing','data':%s}".formatted(data)));

        assertThat(events.entries().get(0).event().chargeId().orElse("-")).isEqualTo(charge);
    }

    @ParameterizedTest
    @CsvSource({"evnt_test_1,false", "evnt_1,true", "evnt_latest_1,true"})
    void anEventThatDoesNotSayItsModeHasThatOfItsId(String id, boolean live) {
        var events = OmiseEvents.list(list("{'object':'event','id':'%s','key':'some.thing'}".formatted(id)));

        assertThat(events.entries().get(0).event().livemode()).isEqualTo(live);
    }

    @Test
    void anEventSaysItsModeItself() {
        var events = OmiseEvents.list(list("{'object':'event','id':'evnt_test_1','key':'some.thing','livemode':true}"));

        assertThat(events.entries().get(0).event().livemode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'object':'charge','id':'evnt_test_1','key':'some.thing'}",
                "{'id':'evnt_test_1','key':'some.thing'}",
                "{'object':'event','key':'some.thing'}",
                "{'object':'event','id':'evnt_test_1'}",
                "7"
            })
    void whatIsNoEventIsSkipped(String entry) {
        assertThat(OmiseEvents.list(list(entry)).skipped()).isEqualTo(1);
    }

    @Test
    void oldEventsSayWhenTheyWereMadeByAnotherName() {
        var events = OmiseEvents.list(
                list("{'object':'event','id':'evnt_test_1','key':'some.thing','created':'2026-03-02T05:00:00Z'}"));

        assertThat(events.entries().get(0).createdAt()).isEqualTo(NOON);
    }

    @Test
    void tellsWhereEachEventWasSentAndWhatWasAnswered() {
        List<SentEvent> sent = OmiseEvents.sent(list("""
                {"object": "event", "id": "evnt_test_1", "key": "charge.create", "created_at": "2026-03-02T05:00:00Z",
                 "webhook_deliveries": [{"uri": "https://pay.example/hooks/1?a=b", "status": 200},
                   {"uri": "https://pay.example/hooks/2", "status": null}, {"status": 500}, "down"]}
                """));

        assertThat(sent).singleElement().satisfies(event -> {
            assertThat(event.event().id()).isEqualTo("evnt_test_1");
            assertThat(event.createdAt()).isEqualTo(NOON);
            assertThat(event.sendings())
                    .containsExactly(
                            new Sending("https://pay.example/hooks/1?a=b", Optional.of(200)),
                            new Sending("https://pay.example/hooks/2", Optional.empty()),
                            new Sending("", Optional.of(500)));
        });
        assertThat(OmiseEvents.sent(list("{'object':'event','id':'evnt_test_1','key':'charge.create'}"))
                        .get(0)
                        .sendings())
                .isEmpty();
    }

    @Test
    void aDeliveryTellsTheHostAloneOfItsAddress() {
        assertThat(OmiseDeliveries.list(list("""
                {"object": "event", "id": "evnt_test_1", "key": "charge.create", "created_at": "2026-03-02T05:00:00Z",
                 "webhook_deliveries": [{"uri": "https://pay.example/hooks/secret", "status": 503,
                   "error": "connection refused", "created_at": "2026-03-02 05:00:07 UTC"}]}
                """)))
                .containsExactly(new EventDelivery(
                        "evnt_test_1",
                        "charge.create",
                        Optional.of(Instant.parse("2026-03-02T05:00:07Z")),
                        "pay.example",
                        503,
                        "connection refused"));
    }

    @Test
    void ofADeliveryOfWhichNothingIsToldNothingIsKnown() {
        assertThat(OmiseDeliveries.list(list("{'webhook_deliveries':[{}]}")))
                .containsExactly(new EventDelivery("", "", Optional.empty(), "", 0, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02 05:00:07 UTC,2026-03-02T05:00:07Z",
        "2026-03-02T05:00:08Z,2026-03-02T05:00:08Z",
        "2026-03-02T12:00:09+07:00,2026-03-02T05:00:09Z",
        "2026-03-02 25:00:07 UTC,2026-03-02T05:00:00Z",
        "yesterday,2026-03-02T05:00:00Z"
    })
    void aDeliveryWhoseTimeCannotBeReadWasMadeWithItsEvent(String told, Instant at) {
        assertThat(OmiseDeliveries.list(list(
                        "{'id':'evnt_test_1','created_at':'2026-03-02T05:00:00Z','webhook_deliveries':[{'created_at':'%s'}]}"
                                .formatted(told))))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.at()).contains(at));
    }

    private static String list(String entry) {
        return "{\"object\":\"list\",\"data\":[%s]}".formatted(entry.replace('\'', '"'));
    }
}
