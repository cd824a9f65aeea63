/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers on Omise's pages, field by field: the same names, the same types, and the same value where it is fixed. */
class SampleAnswersTest {

    /** Two of the samples were made a moment after their source; the clock stands still here. */
    private static final Instant NOON = Instant.parse("2026-03-04T05:06:29Z");

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE =
            new OmiseSimulatorExtension(settings -> settings.clock(Clock.fixed(NOON, ZoneOffset.UTC)));

    @ParameterizedTest
    @CsvSource({
        "alipay_cn, amount=150000&currency=SGD&return_uri=https://example.com/orders/345678/complete&SOURCE, platform_type=WEB",
        "atome_qr, amount=50000&currency=SGD&SOURCE, ''",
        "installment_paynext_extra_qr, amount=400000&currency=THB&return_uri=http://example.com/orders/345678/complete&SOURCE, ''",
        "alipayplus_upm, amount=150000&currency=THB&source[type]=alipayplus_upm&source[barcode]=2897991359827699709, ''",
        "barcode_wechat, amount=400000&currency=THB&source[type]=barcode_wechat&source[barcode]=123456789012345678, ''",
    })
    void aChargeLooksLikeTheSample(String method, String form, String details) {
        JsonObject sample = sample(method + "-charge");
        OmiseSimulator simulator = OMISE.simulator();
        boolean livemode = sample.get("livemode").getAsBoolean();
        if (livemode) {
            simulator.add(Account.demo().withKeys("pkey_live0001", "skey_live0001"));
        }
        String key = livemode ? "skey_live0001" : simulator.secretKey();
        Client client = new Client(simulator.url(), key);
        String money = "amount=" + sample.get("amount").getAsLong() + "&currency="
                + sample.get("currency").getAsString();
        String source = form.endsWith("SOURCE")
                ? client.post("/sources", money + "&type=" + method + "&" + details)
                        .get("id")
                        .getAsString()
                : "";

        JsonObject charge = client.post("/charges", form.replace("SOURCE", "source=" + source));

        assertSame("charge", sample, charge);
    }

    @ParameterizedTest
    @CsvSource({
        "alipay_cn, amount=150000&currency=SGD&type=alipay_cn&platform_type=WEB",
        "atome_qr, amount=50000&currency=SGD&type=atome_qr",
        "installment_paynext_extra_qr, amount=400000&currency=THB&type=installment_paynext_extra_qr",
    })
    void aSourceLooksLikeTheSample(String method, String form) {
        JsonObject sample = sample(method + "-source");
        OmiseSimulator simulator = OMISE.simulator();
        String key = simulator.publicKey();
        if (sample.get("livemode").getAsBoolean()) {
            simulator.add(Account.demo().withKeys("pkey_live0002", "skey_live0002"));
            key = "pkey_live0002";
        }

        assertSame("source", sample, new Client(simulator.url(), key).post("/sources", form));
    }

    @Test
    void aRefundLooksLikeTheSample() {
        Client client = Client.secret(OMISE.simulator());
        String charge = client.post(
                        "/charges",
                        "amount=400000&currency=THB&source[type]=barcode_wechat&source[barcode]=123456789012345678")
                .get("id")
                .getAsString();
        OMISE.simulator().markAsPaid(charge);

        JsonObject refund = client.post("/charges/" + charge + "/refunds", "amount=400000");

        assertSame("refund", sample("barcode_wechat-refund"), refund);
    }

    @ParameterizedTest
    @CsvSource({"atome_qr, 50000, SGD", "installment_paynext_extra_qr, 400000, THB"})
    void theQrOfAChargeLooksLikeTheSample(String method, long amount, String currency) {
        JsonObject charge = Client.secret(OMISE.simulator())
                .post("/charges", "amount=" + amount + "&currency=" + currency + "&source[type]=" + method);
        JsonObject sample = sample(method + "-barcode");
        if (sample.getAsJsonObject("image").get("livemode").getAsBoolean()) {
            sample.getAsJsonObject("image").addProperty("livemode", false);
        }

        assertSame("code", sample, charge.getAsJsonObject("source").getAsJsonObject("scannable_code"));
    }

    private static void assertSame(String path, JsonElement sample, JsonElement answer) {
        if (sample.isJsonObject()) {
            assertThat(answer.isJsonObject()).as(path + " is an object").isTrue();
            Map<String, JsonElement> expected = sample.getAsJsonObject().asMap();
            assertThat(answer.getAsJsonObject().keySet())
                    .as("names in " + path)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            expected.forEach((name, value) -> assertSame(
                    path + "." + name, value, answer.getAsJsonObject().get(name)));
        } else if (varies(path)) {
            assertThat(shape(answer)).as("form of " + path).isEqualTo(shape(sample));
        } else {
            assertThat(answer).as(path).isEqualTo(sample);
        }
    }

    /** Ids, times and addresses are others each time; of these only the form counts. */
    private static boolean varies(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return name.equals("id")
                || name.equals("ip")
                || name.equals("location")
                || name.equals("charge")
                || name.equals("transaction")
                || name.equals("to")
                || name.equals("reference_number_1")
                || name.equals("authorize_uri")
                || name.equals("download_uri")
                || name.endsWith("_at");
    }

    private static String shape(JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            return value.isJsonNull() ? "null" : value.getClass().getSimpleName();
        }
        return value.getAsString()
                .replaceAll("^https?://[^/]+", "BASE")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
                .replaceAll("\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b", "IP")
                .replaceAll("/[0-9A-F]{16}$", "/TOKEN")
                .replaceAll("_(test_)?[0-9a-z]{19}\\b", "_ID");
    }

    private static JsonObject sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(SampleAnswersTest.class.getResourceAsStream("/samples/" + name + ".json"))) {
            return JsonParser.parseString(new String(in.readAllBytes(), UTF_8)).getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
