/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonArray;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GET /search} in charges and refunds. The index may lag: what is younger is not found yet. */
public final class SearchEndpoint {

    private static final String OLDEST_FIRST = "chronological";
    private static final String NEWEST_FIRST = "reverse_chronological";

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
        Params params = request.asked();
        String query = params.text("query").orElse("");
        Map<String, String> filters = filters(params);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<JsonObject> found = documents(account, params.text("scope").orElse(""))
                .filter(document -> matches(new SearchMatch(document, today), query, filters))
                .sorted(inOrder(params))
                .toList();
        return Answer.json(page(params, found));
    }

    private static boolean matches(SearchMatch document, String query, Map<String, String> filters) {
        return document.text(query)
                && filters.entrySet().stream().allMatch(filter -> document.filter(filter.getKey(), filter.getValue()));
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
            case "dispute" ->
                charges.ofAccount(account).stream()
                        .filter(charge -> charge.dispute() != null)
                        .map(charge -> DisputeJson.of(charge, charge.dispute()).getAsJsonObject());
            case "customer", "link", "recipient", "transfer" -> Stream.empty();
            default -> throw new ApiError(422, "invalid_scope", "scope is invalid");
        };
    }

    private static Map<String, String> filters(Params params) {
        Map<String, String> filters = new LinkedHashMap<>();
        Params told = params.object("filters").orElseGet(() -> new Params(new JsonObject()));
        for (String name : told.values().keySet()) {
            if (told.has(name)) {
                filters.put(name, told.text(name).orElseThrow(() -> invalid(name)));
            }
        }
        return filters;
    }

    private static ApiError invalid(String filter) {
        return new ApiError(422, "invalid_filter", "filter " + filter + " is invalid");
    }

    private static Comparator<JsonObject> inOrder(Params params) {
        Comparator<JsonObject> oldestFirst =
                Comparator.comparing(document -> document.get("created_at").getAsString());
        return order(params).equals(OLDEST_FIRST) ? oldestFirst : oldestFirst.reversed();
    }

    private static String order(Params params) {
        return params.text("order").filter(NEWEST_FIRST::equals).orElse(OLDEST_FIRST);
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
        JsonObject filters = new JsonObject();
        filters(params).forEach(filters::addProperty);
        json.add("filters", filters);
        json.addProperty("page", page);
        json.addProperty("per_page", perPage);
        json.addProperty("total", found.size());
        json.addProperty("total_pages", (found.size() + perPage - 1) / perPage);
        JsonArray data = Json.array(found.stream().skip((page - 1) * perPage).limit(perPage));
        json.add("data", data);
        json.addProperty("location", "/search");
        json.addProperty("order", order(params));
        return json;
    }
}
