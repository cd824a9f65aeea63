/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.book;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the three books: two by HTTP, the plugin's in its tables. */
public final class BookReader {

    private final Cluster cluster;
    private final Http http;

    public BookReader(Cluster cluster, Http http) {
        this.cluster = cluster;
        this.http = http;
    }

    /** Not one moment for all three, so what is compared must have come to rest. */
    public Books read() throws IOException {
        return new Books(
                omise(http, cluster.simulatorUrl()),
                new PaymentTables(cluster.postgres().jdbi()).read(),
                store(http, cluster.storeUrl()));
    }

    static OmiseBook omise(Http http, String simulatorUrl) throws IOException {
        JsonObject books = json(http, simulatorUrl + "/_sim/books");
        return new OmiseBook(
                each(books, "charges").stream()
                        .map(charge -> new OmiseBook.Charge(
                                text(charge, "id"),
                                metadata(charge, "saphan_attempt"),
                                charge.get("amount").getAsLong(),
                                text(charge, "currency"),
                                text(charge, "status")))
                        .toList(),
                each(books, "refunds").stream()
                        .map(refund -> new OmiseBook.Refund(
                                text(refund, "id"),
                                text(refund, "charge"),
                                metadata(refund, "saphan_refund"),
                                refund.get("amount").getAsLong(),
                                text(refund, "currency")))
                        .toList());
    }

    static StoreBook store(Http http, String storeUrl) throws IOException {
        return new StoreBook(each(json(http, storeUrl + "/manage/books.json"), "orders").stream()
                .map(order -> new StoreBook.Order(
                        text(order, "reference"),
                        text(order, "status"),
                        order.getAsJsonObject("total").get("amount").getAsLong(),
                        text(order.getAsJsonObject("total"), "currency"),
                        text(order, "paidBy"),
                        each(order, "refunds").stream()
                                .map(refund -> new StoreBook.Refund(
                                        text(refund, "id"),
                                        text(refund, "paymentId"),
                                        refund.getAsJsonObject("amount")
                                                .get("amount")
                                                .getAsLong(),
                                        text(refund, "status")))
                                .toList()))
                .toList());
    }

    private static JsonObject json(Http http, String url) throws IOException {
        return http.get(url).requireOk().json().getAsJsonObject();
    }

    private static List<JsonObject> each(JsonObject parent, String name) {
        return StreamSupport.stream(parent.getAsJsonArray(name).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String metadata(JsonObject object, String name) {
        return text(object.getAsJsonObject("metadata"), name);
    }

    /** Empty for what is not there. */
    private static String text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name))
                .filter(value -> !value.isJsonNull())
                .map(JsonElement::getAsString)
                .map(text -> name.equals("currency") ? text.toUpperCase(Locale.ROOT) : text)
                .orElse("");
    }
}
