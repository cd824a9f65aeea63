/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {

    private static final String ATOME = "amount=50000&currency=THB&source[type]=atome_qr";
    private static final String FORM = "application/x-www-form-urlencoded";

    @RegisterExtension
    final OmiseSimulatorExtension omise = new OmiseSimulatorExtension();

    @Test
    void aLostAnswerLeavesACharge() {
        fault("{\"kind\": \"lose_answer\", \"count\": 1, \"millis\": 0, \"path\": \"/charges\"}");

        assertThat(client().trySend("POST", "/charges", ATOME, FORM)).isEmpty();
        assertThat(client().trySend("POST", "/charges", ATOME, FORM)).isPresent();

        assertThat(omise.simulator().books().charges()).hasSize(2);
        assertThat(omise.simulator().requests()).hasSize(2);
    }

    @Test
    void aLostAnswerLeavesARefund() {
        String id = client().post("/charges", ATOME).get("id").getAsString();
        omise.simulator().markAsPaid(id);
        omise.simulator().faults().add(Fault.onPath(FaultKind.LOSE_ANSWER, "/charges/*/refunds"));

        assertThat(client().trySend("POST", "/charges/" + id + "/refunds", "amount=100", FORM))
                .isEmpty();
        assertThat(omise.simulator().books().refundsOf(id)).hasSize(1);
    }

    @Test
    void aLostAnswerIsNotOfReading() {
        fault("{\"kind\": \"lose_answer\", \"path\": \"/charges\"}");

        assertThat(client().trySend("GET", "/charges", "", FORM)).isPresent();
        assertThat(omise.simulator().faults().waiting()).hasSize(1);
    }

    @Test
    void anErrorMakesNothingUnlessItComesAfterwards() {
        fault("{\"kind\": \"http_500\", \"path\": \"/charges\"}");
        assertThat(client().post("/charges", ATOME).get("code").getAsString()).isEqualTo("internal_error");
        assertThat(omise.simulator().books().charges()).isEmpty();

        fault("{\"kind\": \"http_500\", \"path\": \"/charges\", \"after\": true}");
        assertThat(client().post("/charges", ATOME).get("code").getAsString()).isEqualTo("internal_error");
        assertThat(omise.simulator().books().charges()).hasSize(1);
    }

    @Test
    void latencyHoldsTheAnswerBack() {
        omise.simulator().faults().add(Fault.of(FaultKind.LATENCY).delay(Duration.ofMillis(200)));
        long start = System.nanoTime();

        client().post("/charges", ATOME);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void anOddAnswerStandsInPlaceOfTheRightOne() {
        fault("{\"kind\": \"odd_answer\", \"path\": \"/charges\", \"body\": \"{\\\"message\\\":\\\"down\\\"}\"}");

        assertThat(client().post("/charges", ATOME).keySet()).containsExactly("message");
        assertThat(omise.simulator().books().charges()).hasSize(1);
        assertThat(client().get("/charges").getAsJsonArray("data")).hasSize(1);
    }

    @Test
    void anOddEntryStandsBeforeTheOthersOfAList() {
        client().post("/charges", ATOME);
        omise.simulator().faults().add(Fault.of(FaultKind.ODD_ENTRY).body("{\"id\":7}"));

        assertThat(client().get("/charges").getAsJsonArray("data"))
                .hasSize(2)
                .first()
                .satisfies(entry ->
                        assertThat(entry.getAsJsonObject().get("id").getAsInt()).isEqualTo(7));
    }

    @Test
    void aFaultStrikesAsOftenAsAskedFor() {
        fault("{\"kind\": \"http_500\", \"count\": 2}");

        assertThat(client().get("/account").get("object").getAsString()).isEqualTo("error");
        assertThat(faults().getAsJsonArray("faults")
                        .get(0)
                        .getAsJsonObject()
                        .get("count")
                        .getAsInt())
                .isOne();
        assertThat(client().get("/account").get("object").getAsString()).isEqualTo("error");
        assertThat(client().get("/account").get("object").getAsString()).isEqualTo("account");
    }

    @Test
    void faultsCanBeTakenBack() {
        fault("{\"kind\": \"http_500\"}");

        assertThat(Client.json(client().send("DELETE", "/_sim/faults", "", FORM))
                        .getAsJsonArray("faults"))
                .isEmpty();
        assertThat(faults().getAsJsonArray("faults")).isEmpty();
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThat(client().postJson("/_sim/faults", "{\"kind\": \"sunshine\"}")
                        .get("code")
                        .getAsString())
                .isEqualTo("bad_request");
    }

    @Test
    void theBooksAndTheExpiryAreReachableFromOutside() {
        String id = client().post("/charges", ATOME).get("id").getAsString();

        JsonObject expired = client().post("/_sim/charges/" + id + "/expire_now", "");
        JsonObject books = client().get("/_sim/books");

        assertThat(expired.get("status").getAsString()).isEqualTo("expired");
        JsonObject entry = books.getAsJsonArray("charges").get(0).getAsJsonObject();
        assertThat(entry.get("id").getAsString()).isEqualTo(id);
        assertThat(entry.get("status").getAsString()).isEqualTo("expired");
        assertThat(books.keySet()).containsExactly("charges", "refunds", "events", "deliveries");
        assertThat(omise.simulator().requests())
                .extracting(request -> request.path())
                .containsExactly("/charges");
    }

    private void fault(String json) {
        assertThat(client().postJson("/_sim/faults", json).has("faults")).isTrue();
    }

    private JsonObject faults() {
        return client().get("/_sim/faults");
    }

    private Client client() {
        return Client.secret(omise.simulator());
    }
}
