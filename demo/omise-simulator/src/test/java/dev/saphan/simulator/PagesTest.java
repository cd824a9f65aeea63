/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE =
            new OmiseSimulatorExtension(settings -> settings.allowLoopbackHttp(true));

    @ParameterizedTest
    @CsvSource({
        "approve, successful, ''",
        "decline, failed, payment_rejected",
        "insufficient_fund, failed, insufficient_fund"
    })
    void theShopperDecidesAndGoesBackToTheShop(String decision, String status, String failure) {
        JsonObject charge = charge("&source[type]=alipay_cn&return_uri=http://localhost:1/back?token=1");
        String page = charge.get("authorize_uri").getAsString();
        assertThat(get(page).body()).contains("500.00", "Alipay CN");

        HttpResponse<String> answer = post(page, "decision=" + decision);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("http://localhost:1/back?token=1");
        JsonObject decided = client().get("/charges/" + charge.get("id").getAsString());
        assertThat(decided.get("status").getAsString()).isEqualTo(status);
        assertThat(
                        decided.get("failure_code").isJsonNull()
                                ? ""
                                : decided.get("failure_code").getAsString())
                .isEqualTo(failure);
        assertThat(get(page).body()).contains("Back to the shop");
    }

    @ParameterizedTest
    @CsvSource({"atome_qr, image/jpeg", "installment_paynext_extra_qr, image/png"})
    void theQrLeadsToAPageThatPays(String method, String contentType) throws IOException, NotFoundException {
        JsonObject charge = charge("&source[type]=" + method);
        String download = charge.getAsJsonObject("source")
                .getAsJsonObject("scannable_code")
                .getAsJsonObject("image")
                .get("download_uri")
                .getAsString();

        HttpResponse<byte[]> image = bytes(download);
        String content = read(image.body());
        post(content, "decision=approve");

        assertThat(image.headers().firstValue("Content-Type")).contains(contentType);
        assertThat(content).startsWith(OMISE.url() + "/wallet/pay/pay2_test_");
        assertThat(client().get("/charges/" + charge.get("id").getAsString())
                        .get("status")
                        .getAsString())
                .isEqualTo("successful");
        assertThat(bytes(download.substring(0, download.length() - 1) + "x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theWalletReadsWhatAQrSays() {
        String id = charge("&source[type]=atome_qr").get("id").getAsString();

        assertThat(post(OMISE.url() + "/wallet/scan", "content=" + id).headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).startsWith("/wallet/pay/pay2_test_"));
        assertThat(post(OMISE.url() + "/wallet/scan", "content=hello").headers().firstValue("Location"))
                .contains("/wallet/scan?problem=unreadable");
    }

    @Test
    void aPaymentCodeIsShownAsARealBarcode() throws IOException, NotFoundException {
        String made = post(OMISE.url() + "/wallet/code", "type=alipayplus_upm&outcome=confirm")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String code = made.substring(made.lastIndexOf('/') + 1);

        assertThat(get(OMISE.url() + made).headers().firstValue("Refresh")).contains("2");
        assertThat(read(bytes(OMISE.url() + made + "/bars.png").body())).isEqualTo(code);
        assertThat(read(bytes(OMISE.url() + made + "/qr.png").body())).isEqualTo(code);

        JsonObject charge = charge("&source[type]=alipayplus_upm&source[barcode]=" + code);
        assertThat(get(OMISE.url() + made).body()).contains("Confirm payment");
        post(OMISE.url() + made, "decision=approve");
        assertThat(client().get("/charges/" + charge.get("id").getAsString())
                        .get("status")
                        .getAsString())
                .isEqualTo("successful");
    }

    @Test
    void theDashboardDoesWhatOmisesDoes() {
        String id = charge("&source[type]=atome_qr").get("id").getAsString();
        String page = OMISE.url() + "/dashboard/charges/" + id;

        post(page + "/pay", "");
        post(page + "/refund", "amount=1.50");
        HttpResponse<String> tooMuch = post(page + "/refund", "amount=1000");
        post(page + "/refund", "");

        assertThat(OMISE.simulator().books().refundsOf(id))
                .extracting(refund -> refund.amount())
                .containsExactly(150L, 49850L);
        assertThat(tooMuch.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).contains("?problem=amount"));
        assertThat(get(page).body()).contains("refund.create");
    }

    @Test
    void theDashboardFailsAndExpires() {
        String failed = charge("&source[type]=atome_qr").get("id").getAsString();
        String expired = charge("&source[type]=atome_qr").get("id").getAsString();

        post(OMISE.url() + "/dashboard/charges/" + failed + "/fail", "failure_code=payment_expired");
        post(OMISE.url() + "/dashboard/charges/" + expired + "/expire", "");

        assertThat(OMISE.simulator().books().charge(failed).failureCode()).isEqualTo("payment_expired");
        assertThat(OMISE.simulator().books().charge(expired).status()).isEqualTo("expired");
    }

    @Test
    void faultsCanBeSetOnThePage() {
        post(OMISE.url() + "/dashboard/faults", "kind=latency&count=2&millis=5&path=/refunds");

        assertThat(OMISE.simulator().faults().waiting())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.LATENCY));
        assertThat(get(OMISE.url() + "/dashboard/faults").body()).contains("/refunds");
        post(OMISE.url() + "/dashboard/faults/clear", "");
        assertThat(OMISE.simulator().faults().waiting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wallet", "/wallet/scan", "/wallet/code", "/dashboard", "/dashboard/events"})
    void pagesRunNoScriptsAndEscapeWhatTheyShow(String path) {
        String id = charge("&source[type]=atome_qr&description=<script>alert(1)</script>")
                .get("id")
                .getAsString();
        OMISE.simulator().markAsPaid(id);

        HttpResponse<String> page = get(OMISE.url() + path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"th, ยืนยันการชำระเงิน", "zh, 确认付款", "en, Confirm payment", "fr, Confirm payment"})
    void theWalletSpeaksTheShoppersLanguage(String language, String confirm) {
        JsonObject charge = charge("&source[type]=alipay_cn&return_uri=https://example.com/");

        assertThat(get(charge.get("authorize_uri").getAsString() + "&lang=" + language)
                        .body())
                .contains(confirm);
    }

    @Test
    void formsOfOtherSitesAreRefused() throws IOException, InterruptedException {
        String id = charge("&source[type]=atome_qr").get("id").getAsString();
        HttpRequest foreign = HttpRequest.newBuilder(URI.create(OMISE.url() + "/dashboard/charges/" + id + "/pay"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(BROWSER.send(foreign, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aUsedCodeShowsTheResult() {
        String code = OMISE.simulator().paymentCode("barcode_wechat", Outcome.DECLINE);
        charge("&source[type]=barcode_wechat&source[barcode]=" + code);

        assertThat(get(OMISE.url() + "/wallet/code/" + code).statusCode()).isEqualTo(200);
    }

    private static JsonObject charge(String more) {
        String amount = more.contains("paynext") ? "400000" : "50000";
        return client().post("/charges", "amount=" + amount + "&currency=THB" + more);
    }

    private static Client client() {
        return Client.secret(OMISE.simulator());
    }

    private static String read(byte[] image) throws IOException, NotFoundException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bits = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new MultiFormatReader().decode(bits).getText();
        } catch (NotFoundException e) {
            // looking for a code in a scene, the reader overlooks three in a thousand; this picture holds nothing else
            return new MultiFormatReader()
                    .decode(bits, Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        }
    }

    private static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static HttpResponse<byte[]> bytes(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> post(String address, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return BROWSER.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
