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
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks HTTP with the plugin and sorts its answers into the four kinds that matter to a caller. */
@Singleton
class PaymentsHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** The door is shut, not the payment refused: a wrong key is the operator's to mend, and then all goes on. */
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 403, 408, 425, 429, 503);

    private final PaymentsConnection connection;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Inject
    PaymentsHttp(PaymentsConnection connection) {
        this.connection = connection;
    }

    Answer<JsonObject> get(String path, Duration patience) {
        return send(request(path).GET().timeout(patience));
    }

    Answer<JsonObject> post(String path, String body, Optional<String> idempotencyKey) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .timeout(connection.patience())
                .POST(BodyPublishers.ofString(body));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(connection.api().resolve(path))
                .header("Accept", "application/json, application/problem+json");
        connection.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private Answer<JsonObject> send(HttpRequest.Builder request) {
        try {
            return sort(client.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing<>("interrupted");
        } catch (IOException | UnreadableAnswerException e) {
            return new Missing<>(e.getClass().getSimpleName());
        }
    }

    private static Answer<JsonObject> sort(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Given<>(PaymentJson.object(response.body()));
        }
        JsonObject problem = problem(response.body());
        String code = Optional.ofNullable(PaymentJson.text(problem, "code")).orElse("http_" + status);
        if (TRY_AGAIN.contains(status) || "request_in_progress".equals(code)) {
            return new Later<>(code, retryAfter(response));
        }
        if (status / 100 == 4) {
            return new Refused<>(status, code, PaymentJson.text(problem, "detail"));
        }
        return new Missing<>(code);
    }

    private static JsonObject problem(String body) {
        try {
            return PaymentJson.object(body);
        } catch (UnreadableAnswerException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(UNTOLD_WAIT);
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }
}
