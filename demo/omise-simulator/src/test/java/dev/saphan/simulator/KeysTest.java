/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE = new OmiseSimulatorExtension();

    @ParameterizedTest
    @CsvSource({
        "GET, /charges, 401",
        "POST, /charges, 401",
        "GET, /account, 401",
        "GET, /events, 401",
        "GET, /refunds, 401",
        "GET, /search?scope=charge, 401",
        "GET, /capability, 200",
        "POST, /sources, 200",
    })
    void thePublicKeyOpensSourcesAndCapabilityOnly(String method, String path, int status) {
        Client client = new Client(OMISE.url(), OMISE.publicKey());

        HttpResponse<byte[]> answer = client.send(
                method, path, "amount=50000&currency=THB&type=atome_qr", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void aWrongKeyIsAnErrorObject() {
        HttpResponse<byte[]> answer =
                new Client(OMISE.url(), "skey_test_wrong").send("GET", "/capability", "", "application/json");

        JsonObject error = Client.json(answer);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error.get("object").getAsString()).isEqualTo("error");
        assertThat(error.get("code").getAsString()).isEqualTo("authentication_failure");
        assertThat(error.get("message").getAsString()).isEqualTo("authentication failed");
        assertThat(error.get("location").getAsString())
                .isEqualTo("https://www.omise.co/api-errors#authentication-failure");
    }

    @Test
    void theColonAfterTheKeyMayBeLeftOut() throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString(OMISE.publicKey().getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(OMISE.url() + "/capability"))
                .header("Authorization", "Basic " + credentials)
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theVersionIsEchoedAndEveryAnswerHasAnId() {
        HttpResponse<byte[]> answer = Client.secret(OMISE.simulator()).send("GET", "/account", "", "application/json");

        assertThat(answer.headers().firstValue("Omise-Version")).contains("2019-05-29");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
    }

    @Test
    void anotherAccountHasItsOwnMethodsAndBooks() {
        OMISE.simulator()
                .add(Account.demo()
                        .withKeys("pkey_test_other", "skey_test_other")
                        .withCountry("SG", "SGD")
                        .without("barcode_wechat"));
        Client other = new Client(OMISE.url(), "skey_test_other");
        Client.secret(OMISE.simulator()).post("/charges", "amount=50000&currency=THB&source[type]=atome_qr");

        assertThat(other.get("/capability").getAsJsonArray("payment_methods")).hasSize(4);
        assertThat(other.get("/capability").get("country").getAsString()).isEqualTo("SG");
        assertThat(other.get("/charges").get("total").getAsInt()).isZero();
        assertThat(other.post(
                                "/charges",
                                "amount=50000&currency=THB&source[type]=barcode_wechat&source[barcode]=123456789012345678")
                        .get("message")
                        .getAsString())
                .isEqualTo("type is currently not supported");
    }

    @Test
    void theDemoAccountHasAllFiveMethods() {
        JsonObject capability = new Client(OMISE.url(), OMISE.publicKey()).get("/capability");

        assertThat(capability.getAsJsonArray("payment_methods").asList())
                .extracting(method -> method.getAsJsonObject().get("name").getAsString() + " "
                        + method.getAsJsonObject().get("currencies"))
                .containsExactlyInAnyOrder(
                        "alipay_cn [\"SGD\",\"THB\"]",
                        "atome_qr [\"MYR\",\"SGD\",\"THB\"]",
                        "installment_paynext_extra_qr [\"THB\"]",
                        "alipayplus_upm [\"MYR\",\"SGD\",\"THB\"]",
                        "barcode_wechat [\"THB\"]");
    }

    @Test
    void theWebhookAddressOfAnAccountMustBeHttps() {
        Client client = Client.secret(OMISE.simulator());

        assertThat(client.patchJson("/account", "{\"webhook_uri\": \"http://example.com/\"}")
                        .get("code")
                        .getAsString())
                .isEqualTo("bad_request");
        assertThat(client.patchJson("/account", "{\"webhook_uri\": \"https://example.invalid/\"}")
                        .get("webhook_uri")
                        .getAsString())
                .isEqualTo("https://example.invalid/");
        assertThat(client.patchJson("/account", "{\"webhook_uri\": null}")
                        .get("webhook_uri")
                        .isJsonNull())
                .isTrue();
    }

    @Test
    void anUnknownAddressIsAnErrorObject() {
        assertThat(Client.secret(OMISE.simulator())
                        .get("/nothing/here")
                        .get("code")
                        .getAsString())
                .isEqualTo("service_not_found");
    }
}
