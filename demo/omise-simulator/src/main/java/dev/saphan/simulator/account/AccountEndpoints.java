/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Json;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Limit;
import dev.saphan.simulator.method.Methods;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /account} and {@code /capability}. */
public final class AccountEndpoints {

    /** Account-wide limits of a charge by country. */
    private static final Map<String, Limit> LIMITS = Map.of(
            "TH", new Limit(2000, 15000000),
            "SG", new Limit(100, 2000000),
            "MY", new Limit(100, 10000000),
            "JP", new Limit(100, 6000000));

    private final Accounts accounts;
    private final Methods methods;
    private final SecureAddress addresses;

    public AccountEndpoints(Accounts accounts, Methods methods, SecureAddress addresses) {
        this.accounts = accounts;
        this.methods = methods;
        this.addresses = addresses;
    }

    public void addTo(Routes routes, Keys keys) {
        routes.add("GET", "/capability", keys.any((account, request) -> Answer.json(capability(account))));
        routes.add("GET", "/account", keys.secret((account, request) -> Answer.json(account(account))));
        routes.add("PATCH", "/account", keys.secret(this::update));
    }

    private Answer update(Account account, Request request) {
        Params params = request.body();
        if (!params.values().has("webhook_uri")) {
            return Answer.json(account(account));
        }
        Optional<URI> endpoint = params.text("webhook_uri").map(this::webhookEndpoint);
        return Answer.json(
                account(accounts.change(account.id(), present -> present.withWebhookEndpoint(endpoint.orElse(null)))));
    }

    private URI webhookEndpoint(String text) {
        return addresses.webhook(text).orElseThrow(() -> ApiError.badRequest("webhook uri is invalid"));
    }

    private JsonObject capability(Account account) {
        Limit limit = LIMITS.getOrDefault(account.country(), new Limit(100, 2000000));
        JsonObject json = new JsonObject();
        json.addProperty("object", "capability");
        json.addProperty("location", "/capability");
        json.addProperty("country", account.country());
        json.add("banks", texts(List.of("test", "bbl", "kbank", "scb")));
        JsonObject limits = new JsonObject();
        limits.add("charge_amount", range(limit.minimum(), limit.maximum()));
        limits.add("transfer_amount", range(3000, 100000000000L));
        JsonObject installment = new JsonObject();
        installment.addProperty("min", 200000);
        limits.add("installment_amount", installment);
        json.add("limits", limits);
        json.add(
                "payment_methods",
                Json.array(methods.all().stream()
                        .filter(method -> account.methods().containsKey(method.type()))
                        .map(method -> paymentMethod(
                                method.type(), account.methods().getOrDefault(method.type(), List.of())))));
        json.add("tokenization_methods", new JsonArray());
        json.addProperty("zero_interest_installments", false);
        return json;
    }

    private static JsonObject paymentMethod(String name, List<String> currencies) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "payment_method");
        json.addProperty("name", name);
        json.add("currencies", texts(currencies));
        json.add("card_brands", JsonNull.INSTANCE);
        json.add("installment_terms", JsonNull.INSTANCE);
        json.add("loan_installment_terms", JsonNull.INSTANCE);
        json.add("banks", new JsonArray());
        json.add("provider", JsonNull.INSTANCE);
        return json;
    }

    private static JsonObject range(long min, long max) {
        JsonObject json = new JsonObject();
        json.addProperty("min", min);
        json.addProperty("max", max);
        return json;
    }

    private static JsonElement texts(List<String> texts) {
        return Json.array(texts.stream().map(JsonPrimitive::new));
    }

    private static JsonObject account(Account account) {
        JsonObject json = new JsonObject();
        json.addProperty("object", "account");
        json.addProperty("id", account.id());
        json.addProperty("livemode", account.livemode());
        json.addProperty("location", "/account");
        json.addProperty("api_version", "2019-05-29");
        json.addProperty("last_updated_api_version", (String) null);
        json.addProperty("auto_activate_recipients", true);
        json.addProperty("chain_enabled", false);
        json.addProperty("chain_return_uri", (String) null);
        json.addProperty("chaining_allowed", false);
        json.addProperty("country", account.country());
        json.addProperty("created_at", Json.time(account.createdAt()));
        json.addProperty("currency", account.currency());
        json.addProperty("email", "merchant@example.com");
        json.add("metadata_export_keys", new JsonObject());
        json.add(
                "supported_currencies",
                texts(account.methods().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .sorted()
                        .toList()));
        json.addProperty("team", "team_" + account.id());
        json.add("transfer_config", JsonNull.INSTANCE);
        URI endpoint = account.webhookEndpoint();
        json.addProperty("webhook_uri", endpoint == null ? null : endpoint.toString());
        json.addProperty("zero_interest_installments", false);
        return json;
    }
}
