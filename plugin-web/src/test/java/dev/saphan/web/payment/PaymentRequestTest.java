/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.method.Channel;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.method.RefundRules;
import dev.saphan.money.Money;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentOrder;
import dev.saphan.payment.StartPayment;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.json.JsonBody;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequestTest {

    private static final PaymentMethod WALLET = () -> new MethodDescriptor(
            "any_wallet",
            Flow.QR,
            Set.of(Channel.ONLINE),
            Set.of("TH"),
            List.of(),
            Duration.ofHours(12),
            Optional.empty(),
            Optional.empty(),
            new RefundRules(Duration.ofDays(30), true));

    private static final String LEAST =
            "\"orderReference\":\"O-1\",\"amount\":{\"amount\":150000,\"currency\":\"THB\"},"
                    + "\"returnUrl\":\"https://shop.example/orders/1\"";

    private final Store store = ReturnUrlTest.store(Set.of(URI.create("https://shop.example")));
    private final PaymentRequest requests = new PaymentRequest(new Methods(List.of(WALLET)));

    @Test
    void readsTheLeastThatAPaymentNeeds() {
        StartPayment.Request request = read(LEAST);

        PaymentOrder order = request.order();
        assertThat(order.reference()).isEqualTo("O-1");
        assertThat(order.amount()).isEqualTo(Money.ofMinor(150_000, "THB"));
        assertThat(order.returnUrl()).isEqualTo(URI.create("https://shop.example/orders/1"));
        assertThat(order.store()).isEqualTo(store.id());
        assertThat(order.mode()).isEqualTo(Mode.TEST);
        assertThat(order.channel()).isEmpty();
        assertThat(order.locale()).isEmpty();
        assertThat(order.metadata()).isEmpty();
        assertThat(request.attempt()).isEmpty();
        assertThat(request.replaces()).isEmpty();
    }

    @Test
    void readsAllThatAPaymentMayHave() {
        StartPayment.Request request = read(LEAST + ",\"channel\":\"counter\",\"locale\":\"th\",\"replaces\":\"pay_1\","
                + "\"metadata\":{\"cart\":7},\"method\":\"any_wallet\",\"source\":\"src_test_1\","
                + "\"expiresAt\":\"2026-03-02T12:00:00+07:00\",\"shopper\":{\"name\":\"A Person\"}");

        assertThat(request.order().channel()).contains(Channel.COUNTER);
        assertThat(request.order().locale()).contains(Locale.forLanguageTag("th"));
        assertThat(request.order().metadata()).contains("{\"cart\":7}");
        assertThat(request.replaces()).contains(new PaymentId("pay_1"));
        assertThat(request.details().name()).isEqualTo("A Person");
        AttemptRequest attempt = request.attempt().orElseThrow();
        assertThat(attempt.method()).isSameAs(WALLET);
        assertThat(attempt.sourceId()).contains("src_test_1");
        assertThat(attempt.expiresAt()).contains(Instant.parse("2026-03-02T05:00:00Z"));
        assertThat(attempt.barcode()).isEmpty();
    }

    @Test
    void knowsARequestByWhatItSaysAndByItsBytes() {
        JsonBody body = body("{" + LEAST + "}");

        IdempotencyKey key = requests.read(body, store, Mode.TEST, "k-1").key();

        assertThat(key)
                .isEqualTo(new IdempotencyKey(
                        store.id(), Mode.TEST, IdempotencyKey.PAYMENTS, "k-1", body.contentHash(), body.bytesHash()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O-1",
                "a",
                "2026/11:27_x.y-z",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void takesAnOrderReference(String reference) {
        assertThat(read(LEAST.replace("O-1", reference)).order().reference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O 1", "สะพาน", "O-1;", "01234567890123456789012345678901234567890123456789012345678901234"})
    void refusesAnOrderReferenceOfOtherLetters(String reference) {
        assertRefused(LEAST.replace("O-1", reference), ErrorCode.INVALID_FIELD, "orderReference");
    }

    @Test
    void missesWhatIsNeeded() {
        assertRefused(LEAST.replace("orderReference", "order"), ErrorCode.MISSING_FIELD, "orderReference");
        assertRefused(LEAST.replace("\"amount\":{", "\"price\":{"), ErrorCode.MISSING_FIELD, "amount");
        assertRefused(LEAST.replace("returnUrl", "url"), ErrorCode.MISSING_FIELD, "returnUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/orders/1", "http://shop.example/orders/1", "no address"})
    void refusesToSendShoppersElsewhere(String address) {
        assertRefused(
                LEAST.replace("https://shop.example/orders/1", address), ErrorCode.INVALID_RETURN_URL, "returnUrl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"channel\":\"phone\"                                        | INVALID_FIELD      | channel",
                "\"method\":\"unknown_wallet\"                                | METHOD_UNAVAILABLE | method",
                "\"barcode\":\"281234567890123456\"                           | MISSING_FIELD      | method",
                "\"source\":\"src_test_1\"                                    | MISSING_FIELD      | method",
                "\"method\":\"any_wallet\",\"source\":\"chrg_test_1\"         | INVALID_FIELD      | source",
                "\"method\":\"any_wallet\",\"source\":\"src_\"                | INVALID_FIELD      | source",
                "\"method\":\"any_wallet\",\"source\":\"src_/../charges\"     | INVALID_FIELD      | source",
                "\"method\":\"any_wallet\",\"expiresAt\":\"tomorrow\"         | INVALID_FIELD      | expiresAt",
                "\"metadata\":\"text\"                                        | INVALID_FIELD      | metadata",
            })
    void refusesWhatItCannotUse(String field, ErrorCode code, String path) {
        assertRefused(LEAST + "," + field, code, path);
    }

    @Test
    void takesACodeThatWasScanned() {
        AttemptRequest attempt = read(LEAST + ",\"method\":\"any_wallet\",\"barcode\":\"281234567890123456\"")
                .attempt()
                .orElseThrow();

        assertThat(attempt.barcode()).isPresent();
        assertThat(attempt.sourceId()).isEmpty();
    }

    @Test
    void keepsSoMuchOfWhatTheStorefrontWantsToRemember() {
        String most = "x".repeat(4096 - 8);

        assertThat(read(LEAST + ",\"metadata\":{\"a\":\"" + most + "\"}")
                        .order()
                        .metadata()
                        .orElseThrow())
                .hasSize(4096);
        assertRefused(LEAST + ",\"metadata\":{\"a\":\"" + most + "x\"}", ErrorCode.INVALID_FIELD, "metadata");
    }

    private void assertRefused(String fields, ErrorCode code, String path) {
        assertThatThrownBy(() -> read(fields)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).contains(path);
        });
    }

    private StartPayment.Request read(String fields) {
        return requests.read(body("{" + fields + "}"), store, Mode.TEST, "k-1");
    }

    private static JsonBody body(String json) {
        return JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
