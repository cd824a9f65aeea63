/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.account.Keys;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Json;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /search} in charges and refunds. The index may lag: what is younger is not found yet. */
public final class SearchEndpoint {

    private final Charges charges;
    private final Clock clock;
    private final Duration lag;

    public SearchEndpoint(Charges charges, Clock clock, Duration lag) {
        this.charges = charges;
        this.clock = clock;
        this.lag = lag;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add("GET", "/search", keys.secret(this::search));
    }

    private Answer search(Account account, Request request) {
        Params params = request.query();
        List<JsonObject> found = documents(account, params.text("scope").orElse(""))
                .filter(document ->
                        SearchMatch.text(document, params.text("query").orElse("")))
                .filter(document -> filters(params).entrySet().stream()
                        .allMatch(filter -> SearchMatch.filter(
                                document, filter.getKey(), filter.getValue().getAsString())))
                .sorted(newestFirst(params))
                .toList();
        return Answer.json(page(params, found));
    }

    private Stream<JsonObject> documents(Account account, String scope) {
        Instant indexedUntil = clock.instant().minus(lag);
        return switch (scope) {
            case "charge" ->
                charges.ofAccount(account).stream()
                        .filter(charge -> !charge.createdAt().isAfter(indexedUntil))
                        .map(charges::json);
            case "refund" ->
                RefundEndpoints.ofAccount(charges, account)
                        .filter(booked -> !booked.refund().createdAt().isAfter(indexedUntil))
                        .map(RefundEndpoints.Booked::json);
            case "customer", "dispute", "link", "recipient", "transfer" -> Stream.empty();
            default -> throw new ApiError(422, "invalid_scope", "scope is invalid");
        };
    }

    private static JsonObject filters(Params params) {
        return params.object("filters").map(Params::values).orElseGet(JsonObject::new);
    }

    private static Comparator<JsonObject> newestFirst(Params params) {
        Comparator<JsonObject> oldestFirst =
                Comparator.comparing(document -> document.get("created_at").getAsString());
        boolean chronological =
                params.text("order").filter("chronological"::equals).isPresent();
        return chronological ? oldestFirst : oldestFirst.reversed();
    }

    private static JsonObject page(Params params, List<JsonObject> found) {
        long perPage = params.whole("per_page").orElse(30L);
        long page = params.whole("page").orElse(1L);
        if (perPage < 1 || perPage > 100) {
            throw new ApiError(422, "invalid_per_page", "per_page must be between 1 and 100");
        }
        if (page < 1) {
            throw new ApiError(422, "invalid_page", "page must be greater than 0");
        }
        JsonObject json = new JsonObject();
        json.addProperty("object", "search");
        json.addProperty("scope", params.text("scope").orElse(""));
        json.addProperty("query", params.text("query").orElse(""));
        json.add("filters", filters(params));
        json.addProperty("page", page);
        json.addProperty("per_page", perPage);
        json.addProperty("total", found.size());
        json.addProperty("total_pages", (found.size() + perPage - 1) / perPage);
        JsonArray data = Json.array(found.stream().skip((page - 1) * perPage).limit(perPage));
        json.add("data", data);
        json.addProperty("location", "/search");
        json.add("order", params.find("order").orElse(JsonNull.INSTANCE));
        return json;
    }
}
