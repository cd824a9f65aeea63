/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.payment.Answer.Given;
import dev.saphan.store.payment.Answer.Later;
import dev.saphan.store.payment.Answer.Missing;
import dev.saphan.store.payment.Answer.Refused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The plugin's payments, seen from outside: each method is one call of its REST API. */
@Singleton
public class Payments {

    private static final Duration GLANCE = Duration.ofSeconds(3);

    private final PaymentsHttp http;

    @Inject
    Payments(PaymentsHttp http) {
        this.http = http;
    }

    public Payments(PaymentsConnection connection) {
        this(new PaymentsHttp(connection));
    }

    /** May be called any number of times with the same key and body: it is one payment. */
    Answer<Payment> start(String idempotencyKey, String body) {
        return read(http.post("payments", body, Optional.of(idempotencyKey)), PaymentJson::payment);
    }

    Answer<Payment> find(String id) {
        return read(http.get("payments/" + id, GLANCE), PaymentJson::payment);
    }

    /** The answer tells how the payment stands now; it may have been paid a moment before. */
    Answer<Payment> cancel(String id) {
        return read(http.post("payments/" + id + "/cancel", "{}", Optional.empty()), PaymentJson::payment);
    }

    Answer<List<Offer>> offers(String query) {
        return read(http.get("payment-methods?" + query, GLANCE), Offer::list);
    }

    private static <T> Answer<T> read(Answer<JsonObject> answer, Function<JsonObject, T> as) {
        if (answer instanceof Given<JsonObject> given) {
            try {
                return new Given<>(as.apply(given.value()));
            } catch (UnreadableAnswerException e) {
                return new Missing<>(e.getMessage() == null ? "unreadable" : e.getMessage());
            }
        }
        if (answer instanceof Refused<JsonObject> refused) {
            return new Refused<>(refused.status(), refused.code(), refused.detail());
        }
        if (answer instanceof Later<JsonObject> later) {
            return new Later<>(later.code(), later.after());
        }
        return new Missing<>(((Missing<JsonObject>) answer).why());
    }
}
