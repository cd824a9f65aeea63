/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.fake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment inside the stand-in. */
public final class FakePayment {

    private static final Set<String> SCANNED = Set.of("alipayplus_upm", "barcode_wechat");

    final String id;
    final JsonObject request;
    final String base;
    String status = "open";

    @Nullable
    String closedReason;

    @Nullable
    String failure;

    String attention = "";
    long version = 1;

    FakePayment(String id, JsonObject request, String base) {
        this.id = id;
        this.request = request;
        this.base = base;
    }

    public String id() {
        return id;
    }

    public String reference() {
        return request.getString("orderReference");
    }

    public JsonObject request() {
        return request;
    }

    FakePayment becomes(String newStatus, @Nullable String because) {
        status = newStatus;
        closedReason = because;
        version++;
        return this;
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", id)
                .add("orderReference", reference())
                .add("mode", "test")
                .add("status", status)
                .add("closedReason", closedReason == null ? JsonValue.NULL : Json.createValue(closedReason))
                .add("amount", request.getJsonObject("amount"))
                .add("channel", request.getString("channel"))
                .add("checkoutUrl", base + "/payments/pay/" + id)
                .add("nextStep", nextStep())
                .add("attempts", attempts())
                .add(
                        "attention",
                        attention.isEmpty()
                                ? Json.createArrayBuilder()
                                : Json.createArrayBuilder().add(attention))
                .add("version", version);
        if (request.containsKey("method")) {
            json.add("method", request.getString("method"));
        }
        return json.build();
    }

    private JsonArrayBuilder attempts() {
        JsonArrayBuilder attempts = Json.createArrayBuilder();
        if (failure != null) {
            attempts.add(Json.createObjectBuilder()
                    .add("id", "att_1")
                    .add("status", "failed")
                    .add("createdAt", "2026-01-01T00:00:00Z")
                    .add(
                            "failure",
                            Json.createObjectBuilder().add("code", "declined").add("message", failure)));
        }
        return attempts;
    }

    private JsonObjectBuilder nextStep() {
        String method = request.getString("method", "");
        if (!"open".equals(status)) {
            return step("processing".equals(status) ? "wait" : "none", null);
        }
        if (SCANNED.contains(method)) {
            return step("scan", base + "/payments/counter/" + id);
        }
        String type = method.isEmpty() ? "choose_method" : method.equals("alipay_cn") ? "redirect" : "qr";
        return step(type, base + "/payments/pay/" + id);
    }

    private static JsonObjectBuilder step(String type, @Nullable String url) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("url", url == null ? JsonValue.NULL : Json.createValue(url));
    }
}
