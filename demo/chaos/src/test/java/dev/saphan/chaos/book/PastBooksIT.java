/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import dev.saphan.demo.Ports;
import dev.saphan.demo.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The past that a demo starts with is one past, told in three books, and goes on. */
class PastBooksIT {

    private static final int PAYMENTS = 400;

    private final Http http = new Http();
    private final Path home = home();

    @Test
    void agreesInAllThreeBooksAndCanBeRefunded() throws IOException {
        Books seen;
        try (Stack demo = stack()) {
            demo.start(step -> {});
            seen = books(demo);
            assertThat(seen.store().orders()).hasSize(PAYMENTS);

            StoreBook.Order order = refundable(seen);
            refund(demo, order);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() ->
                            assertThat(refundedInStore(books(demo), order)).isEqualTo(100));
            seen = books(demo);
            assertThat(seen.omise().refunds()).anyMatch(refund -> refund.amount() == 100);
        }
        Books atRest = new Books(seen.omise(), tables(), seen.store());
        assertThat(atRest.payments().payments()).hasSize(PAYMENTS);
        assertThat(Comparison.of(atRest).findings())
                .filteredOn(finding -> finding.kind() != Finding.Kind.STUCK)
                .isEmpty();
        assertThat(eventsReadAgain()).isLessThan(50);
        requireNotSeededAgain(seen);
    }

    private void requireNotSeededAgain(Books before) throws IOException {
        try (Stack demo = stack()) {
            demo.start(step -> {});
            Books again = books(demo);
            assertThat(again.omise().charges()).hasSameSizeAs(before.omise().charges());
            assertThat(again.store().orders()).hasSameSizeAs(before.store().orders());
        }
        assertThat(tables().payments()).hasSize(PAYMENTS);
    }

    /** What went back is small enough to be left of any order. */
    private void refund(Stack demo, StoreBook.Order order) throws IOException {
        String payment = demo.paymentsUrl() + "/api/v1/payments/" + order.paidBy();
        String[] key = {"Authorization", "Bearer " + demo.apiKey(), "Idempotency-Key", "past"};
        JsonObject quote =
                http.get(payment + "/refund-quote", key).requireOk().json().getAsJsonObject();
        JsonObject amount = new JsonObject();
        amount.addProperty("amount", 100);
        amount.addProperty("currency", "THB");
        JsonObject body = new JsonObject();
        body.add("amount", amount);
        body.add("expectedRemaining", quote.getAsJsonObject("remaining"));
        body.addProperty("reason", "A cup was broken");
        http.postJson(payment + "/refunds", body.toString(), key).requireOk();
    }

    /** Any that nothing went back of, too cheap to be paid in instalments: those take no refund in parts. */
    private static StoreBook.Order refundable(Books books) {
        return books.store().orders().stream()
                .filter(order -> order.isPaid() && order.refunds().isEmpty() && order.total() < 300_000)
                .findFirst()
                .orElseThrow();
    }

    private static long refundedInStore(Books books, StoreBook.Order order) {
        return books.store().byReference().get(order.reference()).refunds().stream()
                .filter(refund -> refund.status().equals("succeeded"))
                .mapToLong(StoreBook.Refund::amount)
                .sum();
    }

    private Books books(Stack demo) throws IOException {
        return new Books(
                BookReader.omise(http, demo.simulatorUrl()),
                new PaymentBook(List.of(), List.of(), List.of(), List.of(), List.of()),
                BookReader.store(http, demo.storeUrl()));
    }

    /** The plugin's, which only one process may open at a time. */
    private PaymentBook tables() {
        return new PaymentTables(database()).read();
    }

    private int eventsReadAgain() {
        return database()
                .withHandle(handle -> handle.createQuery("select count(*) from inbound_event where listed")
                        .mapTo(Integer.class)
                        .one());
    }

    private Jdbi database() {
        return Jdbi.create("jdbc:h2:file:" + home.resolve("payments").resolve("saphan"), "sa", "");
    }

    private Stack stack() {
        return new Stack(Path.of(System.getProperty("saphan.root")), home, Ports.free(), PAYMENTS);
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of(System.getProperty("saphan.target"))), "past");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
