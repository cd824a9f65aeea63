/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.store.fake.StoreOfTests;
import dev.saphan.store.order.Order;
import dev.saphan.store.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of before. */
class ImportHistoryTest {

    private static final String HISTORY = """
            {"orders": [{"reference": "RK-PAST1", "token": "token-1", "checkoutKey": "key-1", "status": "PAID",
              "cancelledBecause": null, "amount": 90000, "currency": "THB", "country": "TH", "language": "th",
              "shopperName": "สมหญิง", "shopperEmail": "somying@example.com", "placedAt": "2026-02-01T03:00:00Z",
              "paidAt": "2026-02-01T03:01:00Z", "cancelledAt": null, "paidBy": "pay_1",
              "lines": [{"product": 5, "name": "ถ้วยศิลาดล", "quantity": 2, "unitAmount": 45000}],
              "payment": {"id": "pay_1", "status": "PAID", "closedReason": null, "method": "alipay_cn",
                "channel": "online", "checkoutUrl": "http://localhost/pay/x", "nextStep": "none", "attention": "",
                "version": 5, "sequence": 5, "changedAt": "2026-02-01T03:01:00Z"},
              "refunds": [{"id": "ref_1", "amount": 45000, "status": "succeeded", "voided": false, "origin": "admin",
                "reason": "A cup was broken", "createdAt": "2026-02-02T03:00:00Z"}]}]}""";

    private final StoreOfTests store = new StoreOfTests();
    private final ImportHistory importHistory = new ImportHistory(store.jdbi, store.orders);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("history.json"), HISTORY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areOrdersLikeAnyOther() {
        assertThat(importHistory.read(file)).isEqualTo(1);

        Order order = store.orders.byToken("token-1").orElseThrow();
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.total().amount()).isEqualTo(90_000);
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-02-01T03:00:00Z"));
        assertThat(order.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(2));
        assertThat(store.heard.current(order).orElseThrow().sequence()).isEqualTo(5);
        long refunded = store.jdbi.withHandle(handle -> handle.createQuery("select sum(amount) from order_refund")
                .mapTo(Long.class)
                .one());
        assertThat(refunded).isEqualTo(45_000);
    }

    @Test
    void areEnteredOnceAndNeverBesideOrdersOfSomebody() {
        importHistory.read(file);
        assertThat(importHistory.read(file)).isZero();
        assertThat(store.orders.newest(10)).hasSize(1);

        try (StoreOfTests used = new StoreOfTests()) {
            used.order("celadon-cup", 1);
            assertThat(new ImportHistory(used.jdbi, used.orders).read(file)).isZero();
        }
    }

    @Test
    void areEnteredAllOrNotAtAll() throws IOException {
        String twice = HISTORY.replace("\"orders\": [", "\"orders\": [" + order() + ",");
        Files.writeString(file, twice);

        assertThatThrownBy(() -> importHistory.read(file)).isInstanceOf(JdbiException.class);
        assertThat(store.orders.newest(10)).isEmpty();
    }

    private static String order() {
        return HISTORY.substring(HISTORY.indexOf('[') + 1, HISTORY.lastIndexOf(']'));
    }
}
