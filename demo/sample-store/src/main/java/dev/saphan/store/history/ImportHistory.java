/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.history;

import dev.saphan.store.order.Orders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/**
 * Enters the orders of a file, with what was heard of their payments and refunds, oldest first and all in one
 * transaction. Only a store without any order takes them, so nothing is entered twice and nothing of anybody's is touched.
 */
@Singleton
public class ImportHistory {

    private final Jdbi jdbi;
    private final Orders orders;

    @Inject
    public ImportHistory(Jdbi jdbi, Orders orders) {
        this.jdbi = jdbi;
        this.orders = orders;
    }

    /**
     * Reads the file.
     *
     * @return how many orders were entered
     */
    public int read(Path file) {
        if (!orders.newest(1).isEmpty()) {
            return 0;
        }
        JsonObject history = json(file);
        return jdbi.inTransaction(handle -> {
            PastOrders past = new PastOrders(handle);
            for (JsonValue order : history.getJsonArray("orders")) {
                past.add(order.asJsonObject());
            }
            return history.getJsonArray("orders").size();
        });
    }

    private static JsonObject json(Path file) {
        try (Reader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
