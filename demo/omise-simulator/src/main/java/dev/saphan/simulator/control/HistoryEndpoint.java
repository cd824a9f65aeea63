/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.control;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.charge.PastCharge;
import dev.saphan.simulator.charge.RememberCharges;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /_sim/history}: charges of the past. */
public final class HistoryEndpoint {

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(Instant.class, (JsonDeserializer<Instant>)
                    (time, type, context) -> Instant.parse(time.getAsString()))
            .create();

    private final RememberCharges rememberCharges;
    private final Accounts accounts;
    private final String accountId;

    /** @param accountId whose charges they are */
    public HistoryEndpoint(RememberCharges rememberCharges, Accounts accounts, String accountId) {
        this.rememberCharges = rememberCharges;
        this.accounts = accounts;
        this.accountId = accountId;
    }

    private record History(
            @Nullable Instant eventsSince, @Nullable List<PastCharge> charges) {}

    public void addTo(Routes routes) {
        routes.add("POST", "/_sim/history", this::remember);
    }

    private Answer remember(Request request) {
        try {
            History history = GSON.fromJson(request.text(), History.class);
            if (history == null || history.charges() == null) {
                throw ApiError.badRequest("charges is missing");
            }
            Instant eventsSince = history.eventsSince() == null ? Instant.MIN : history.eventsSince();
            JsonObject json = new JsonObject();
            json.addProperty(
                    "added", rememberCharges.remember(accounts.get(accountId), history.charges(), eventsSince));
            return Answer.json(json);
        } catch (JsonParseException | DateTimeParseException | IllegalArgumentException e) {
            throw ApiError.badRequest("the history cannot be read: " + e.getMessage());
        }
    }
}
