/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {

    private final TickingClock clock = new TickingClock("2026-03-04T05:00:00Z");

    @RegisterExtension
    final OmiseSimulatorExtension omise =
            new OmiseSimulatorExtension(settings -> settings.clock(clock).searchLag(Duration.ofMinutes(1)));

    @BeforeEach
    void makeFiveChargesAMinuteApart() {
        for (int i = 1; i <= 5; i++) {
            client().post(
                            "/charges",
                            "amount=" + i + "0000&currency=THB&source[type]=atome_qr&description=Order " + i
                                    + "&metadata[attempt]=att-" + i);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 5 | Order 1,Order 2,Order 3,Order 4,Order 5",
                "order=reverse_chronological&limit=2 | 5 | Order 5,Order 4",
                "limit=2&offset=3 | 5 | Order 4,Order 5",
                "from=2026-03-04T05:03:00Z | 2 | Order 4,Order 5",
                "to=2026-03-04T12:00:00%2B07:00 | 1 | Order 1",
            })
    void listsAreCutAsAskedFor(String query, int total, String descriptions) {
        JsonObject list = client().get("/charges?" + query);

        assertThat(list.get("object").getAsString()).isEqualTo("list");
        assertThat(list.get("total").getAsInt()).isEqualTo(total);
        assertThat(descriptions(list)).containsExactly(descriptions.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query=att-3 | Order 3",
                "query=order%204 | Order 4",
                "filters[amount]=200 | Order 2",
                "filters[amount]=200.00&filters[status]=pending | Order 2",
                "filters[paid]=true | ''",
                "per_page=2&page=2 | Order 3,Order 4",
                "order=chronological&per_page=1 | Order 1",
                "order=reverse_chronological&per_page=1 | Order 5",
                "filters[amount]=200..400 | Order 2,Order 3,Order 4",
                "filters[amount]=400.00.. | Order 4,Order 5",
                "filters[amount]=..150.5 | Order 1",
                "filters[created]=2026-03-04&filters[amount]=100 | Order 1",
                "filters[created]=2026-03-03..2026-03-04&per_page=1 | Order 1",
                "filters[created]=2026-03-05..2026-12-31 | ''",
                "filters[created]=today&per_page=1 | Order 1",
                "filters[created]=2026-03-01..today&per_page=1 | Order 1",
                "filters[disputed]=true | ''",
                "filters[disputed]=no&per_page=1 | Order 1",
                "filters[card_last_digits]=4242 | ''",
                "query=id:chrg_test_nothing | ''",
            })
    void searchFinds(String query, String descriptions) {
        JsonObject found = client().get("/search?scope=charge&" + query);

        assertThat(found.get("object").getAsString()).isEqualTo("search");
        assertThat(descriptions(found))
                .isEqualTo(descriptions.isEmpty() ? List.of() : List.of(descriptions.split(",", -1)));
    }

    @Test
    void searchFindsAChargeByItsId() {
        String id = omise.simulator().books().charges().get(2).id();

        assertThat(descriptions(client().get("/search?scope=charge&query=id:" + id)))
                .containsExactly("Order 3");
        assertThat(descriptions(client().get("/search?scope=charge&query=order%20id:" + id)))
                .containsExactly("Order 3");
        assertThat(descriptions(client().get("/search?scope=charge&query=other%20id:" + id)))
                .isEmpty();
    }

    @Test
    void searchSaysInWhatOrderItIs() {
        assertThat(client().get("/search?scope=charge").get("order").getAsString())
                .isEqualTo("chronological");
        assertThat(client().get("/search?scope=charge&order=reverse_chronological")
                        .get("order")
                        .getAsString())
                .isEqualTo("reverse_chronological");
    }

    @Test
    void searchFindsWhatIsDisputed() {
        String id = omise.simulator().books().charges().get(1).id();
        omise.simulator().markAsPaid(id);
        omise.simulator().dispute(id, 20000);

        assertThat(descriptions(client().get("/search?scope=charge&filters[disputed]=true")))
                .containsExactly("Order 2");
        assertThat(client().get("/search?scope=dispute").get("total").getAsInt())
                .isOne();
    }

    /** As Omise's clients in Go and Python send what a list is asked for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/charges | {'limit': 2, 'order': 'reverse_chronological'} | Order 5,Order 4",
                "/charges | {'from': '2026-03-04T05:03:00Z'} | Order 4,Order 5",
                "/charges | {'Offset': 1, 'offset': '3', 'to': '0001-01-01T00:00:00Z'} | Order 4,Order 5",
                "/charges?limit=1 | {'limit': 3, 'offset': 1} | Order 2",
                "/charges | {} | Order 1,Order 2,Order 3,Order 4,Order 5",
                "/search | {'scope': 'charge', 'filters': {'amount': '100..300', 'paid': false}} | Order 1,Order 2,Order 3",
                "/search | {'scope': 'charge', 'filters': {'amount': 200, 'created': null}} | Order 2",
                "/search | {'scope': 'charge', 'query': 'att-4', 'per_page': 1} | Order 4",
            })
    void takesWhatIsAskedInABodyOfJson(String path, String body, String descriptions) {
        JsonObject list = Client.json(client().send("GET", path, body.replace('\'', '"'), "application/json"));

        assertThat(descriptions(list)).containsExactly(descriptions.split(",", -1));
    }

    @Test
    void listsEventsAndRefundsByABodyOfJsonToo() {
        String id = omise.simulator().books().charges().get(1).id();
        omise.simulator().markAsPaid(id);
        omise.simulator().refund(id, 100);
        omise.simulator().refund(id, 200);

        for (String path :
                List.of("/events", "/charges/" + id + "/events", "/refunds", "/charges/" + id + "/refunds")) {
            JsonObject list = Client.json(client().send(
                            "GET", path, "{\"limit\":1,\"order\":\"reverse_chronological\"}", "application/json"));

            assertThat(list.getAsJsonArray("data")).as(path).hasSize(1);
            assertThat(list.get("order").getAsString()).as(path).isEqualTo("reverse_chronological");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/charges | [] | 400",
                "/charges | { | 400",
                "/charges | {'limit': {}} | 200",
                "/charges | {'from': 'noon'} | 400",
                "/search | {'scope': 'charge', 'filters': {'amount': {'from': 1}}} | 422",
                "/search | {'scope': 'charge', 'filters': []} | 200",
            })
    void refusesABodyThatSaysNothing(String path, String body, int status) {
        assertThat(client().send("GET", path, body.replace('\'', '"'), "application/json")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void searchLagsBehind() {
        client().post("/charges", "amount=60000&currency=THB&source[type]=atome_qr&metadata[attempt]=att-6");
        assertThat(client().get("/search?scope=charge&query=att-6").get("total").getAsInt())
                .isZero();
        clock.advance(Duration.ofMinutes(1));

        assertThat(client().get("/search?scope=charge&query=att-6").get("total").getAsInt())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "scope=everything, invalid_scope",
        "scope=charge&filters[colour]=red, invalid_filter",
        "scope=charge&filters[amount]=a..b, invalid_filter",
        "scope=charge&filters[amount]=.., invalid_filter",
        "scope=charge&filters[amount]=1..2..3, invalid_filter",
        "scope=charge&filters[created]=yesterday..today, invalid_filter",
        "scope=charge&page=0, invalid_page",
        "scope=charge&per_page=101, invalid_per_page"
    })
    void searchRefuses(String query, String code) {
        assertThat(client().get("/search?" + query).get("code").getAsString()).isEqualTo(code);
    }

    @Test
    void eventsAreKept() {
        String id = omise.simulator().books().charges().get(0).id();
        omise.simulator().markAsPaid(id);

        JsonObject events = client().get("/charges/" + id + "/events");
        JsonObject event = events.getAsJsonArray("data").get(1).getAsJsonObject();

        assertThat(event.get("key").getAsString()).isEqualTo("charge.complete");
        assertThat(event.getAsJsonObject("data").get("status").getAsString()).isEqualTo("successful");
        assertThat(client().get("/events/" + event.get("id").getAsString())).isEqualTo(event);
        assertThat(client().get("/events?limit=1&order=reverse_chronological")
                        .getAsJsonArray("data")
                        .get(0))
                .isEqualTo(event);
        assertThat(client().get("/events").get("total").getAsInt()).isEqualTo(6);
    }

    private static List<String> descriptions(JsonObject list) {
        return list.getAsJsonArray("data").asList().stream()
                .map(charge -> charge.getAsJsonObject().get("description").getAsString())
                .toList();
    }

    private Client client() {
        return Client.secret(omise.simulator());
    }
}
