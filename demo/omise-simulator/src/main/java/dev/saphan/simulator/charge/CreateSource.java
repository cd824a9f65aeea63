/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.charge;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.ledger.Ids;
import dev.saphan.simulator.method.Limit;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Methods;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what is asked for against the account and the method, and makes a source of it. */
final class CreateSource {

    private static final List<String> DETAILS = List.of(
            "barcode",
            "bank",
            "email",
            "name",
            "mobile_number",
            "phone_number",
            "platform_type",
            "billing",
            "shipping",
            "items",
            "store_id",
            "store_name",
            "terminal_id",
            "promotion_code");

    private final Methods methods;
    private final Clock clock;

    CreateSource(Methods methods, Clock clock) {
        this.methods = methods;
        this.clock = clock;
    }

    /** From {@code POST /sources}. */
    Source alone(Account account, Params params, String ip) {
        return create(account, params, params, ip, ApiError::badRequest);
    }

    /** From the {@code source[...]} of a charge, which has the amount and the currency. */
    Source within(Account account, Params charge, Params source) {
        return create(account, charge, source, null, ApiError::invalidCharge);
    }

    private Source create(
            Account account, Params money, Params params, @Nullable String ip, Function<String, ApiError> error) {
        Method method = params.text("type")
                .flatMap(methods::find)
                .filter(found -> account.methods().containsKey(found.type()))
                .orElseThrow(() -> ApiError.badRequest("type is currently not supported"));
        long amount = money.whole("amount").orElseThrow(() -> ApiError.badRequest("amount is not a number"));
        String currency = money.text("currency")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(text -> account.takes(method.type(), text))
                .filter(method.limits()::containsKey)
                .orElseThrow(() -> error.apply("currency is currently not supported"));
        check(amount, currency, method, error);
        if (method.isScanned() && params.text("barcode").isEmpty()) {
            throw error.apply("barcode can't be blank");
        }
        return new Source(
                Ids.next("src", account.livemode()),
                account.id(),
                account.livemode(),
                method.type(),
                amount,
                currency,
                clock.instant(),
                ip,
                details(params),
                null);
    }

    private static void check(long amount, String currency, Method method, Function<String, ApiError> error) {
        Limit limit = method.limits().getOrDefault(currency, new Limit(1, Long.MAX_VALUE));
        String subunits = " (" + currency.toLowerCase(Locale.ROOT) + " subunits)";
        if (amount < limit.minimum()) {
            throw error.apply("amount must be greater than or equal to " + limit.minimum() + subunits);
        }
        if (amount > limit.maximum()) {
            throw error.apply("amount must be less than or equal to " + limit.maximum() + subunits);
        }
    }

    private static JsonObject details(Params params) {
        JsonObject details = new JsonObject();
        for (String name : DETAILS) {
            params.find(name).map(JsonElement::deepCopy).ifPresent(value -> details.add(name, value));
        }
        return details;
    }
}
