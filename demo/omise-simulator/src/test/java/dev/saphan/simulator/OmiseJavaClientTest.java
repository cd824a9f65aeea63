/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.omise.Config;
import co.omise.Configurer;
import co.omise.Serializer;
import co.omise.models.Capability;
import co.omise.models.Charge;
import co.omise.models.ChargeStatus;
import co.omise.models.Event;
import co.omise.models.OmiseException;
import co.omise.models.OmiseObjectBase;
import co.omise.models.Ordering;
import co.omise.models.PaymentMethod;
import co.omise.models.Refund;
import co.omise.models.ScopedList;
import co.omise.models.SearchResult;
import co.omise.models.SearchScope;
import co.omise.models.Source;
import co.omise.models.SourceType;
import co.omise.requests.Request;
import co.omise.requests.RequesterImpl;
import com.google.gson.JsonObject;
import dev.saphan.simulator.junit.OmiseSimulatorExtension;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Omise's own client knows nothing of the simulator, except that its calls are led there. */
class OmiseJavaClientTest {

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE = new OmiseSimulatorExtension();

    private co.omise.Client client;

    @BeforeEach
    void leadTheClientHere() {
        HttpUrl here = HttpUrl.get(OMISE.url());
        Config config = new Config("2019-05-29", OMISE.publicKey(), OMISE.secretKey());
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    okhttp3.Request request = Configurer.configure(config, chain.request());
                    HttpUrl address = request.url()
                            .newBuilder()
                            .scheme("http")
                            .host(here.host())
                            .port(here.port())
                            .build();
                    return chain.proceed(request.newBuilder().url(address).build());
                })
                .build();
        client = new co.omise.Client(new RequesterImpl(http, Serializer.defaultSerializer()));
    }

    @Test
    void paysAndRefundsAWeChatCode() throws IOException, OmiseException {
        Source source = send(new Source.CreateRequestBuilder()
                .type(SourceType.BarcodeWechat)
                .amount(400000)
                .currency("thb")
                .barcode("123456789012345678")
                .build());
        Charge charge = send(new Charge.CreateRequestBuilder()
                .amount(400000)
                .currency("thb")
                .source(source.getId())
                .metadata("order", "7")
                .build());
        Charge paid = send(new Charge.MarkAsPaidRequestBuilder(charge.getId()).build());
        Refund refund = send(
                new Refund.CreateRequestBuilder(charge.getId()).amount(150000).build());
        Charge read = send(new Charge.GetRequestBuilder(charge.getId()).build());

        assertThat(source.getType()).isEqualTo(SourceType.BarcodeWechat);
        assertThat(source.getBarcode()).isEqualTo("123456789012345678");
        assertThat(charge.getStatus()).isEqualTo(ChargeStatus.Pending);
        assertThat(charge.getMetadata()).containsEntry("order", "7");
        assertThat(paid.getStatus()).isEqualTo(ChargeStatus.Successful);
        assertThat(paid.isPaid()).isTrue();
        assertThat(refund.getAmount()).isEqualTo(150000);
        assertThat(refund.isVoided()).isFalse();
        assertThat(read.getRefundedAmount()).isEqualTo(150000);
        assertThat(read.getRefunds().getTotal()).isOne();
    }

    @Test
    void readsTheMethodsThatItDoesNotKnow() throws IOException, OmiseException {
        JsonObject made = Client.secret(OMISE.simulator())
                .post("/charges", "amount=400000&currency=THB&source[type]=installment_paynext_extra_qr");

        Charge charge = send(new Charge.GetRequestBuilder(made.get("id").getAsString()).build());

        assertThat(charge.getSource().getScannableCode().getImage().getDownloadUri())
                .startsWith(OMISE.url() + "/charges/");
        assertThat(charge.getExpiresAt().getMillis() - charge.getCreated().getMillis())
                .isEqualTo(24 * 3600 * 1000L);
    }

    @Test
    void expiresACharge() throws IOException, OmiseException {
        JsonObject made =
                Client.secret(OMISE.simulator()).post("/charges", "amount=50000&currency=THB&source[type]=atome_qr");

        Charge expired = send(new Charge.ExpireRequestBuilder(made.get("id").getAsString()).build());

        assertThat(expired.getStatus()).isEqualTo(ChargeStatus.Expired);
        assertThat(expired.isExpired()).isTrue();
    }

    @Test
    void listsChargesEventsAndTheCapability() throws IOException, OmiseException {
        Client.secret(OMISE.simulator()).post("/charges", "amount=50000&currency=THB&source[type]=atome_qr");

        ScopedList<Charge> charges = send(new Charge.ListRequestBuilder().build());
        var events = send(new Event.ListRequestBuilder().build());
        Capability capability = send(new Capability.GetRequestBuilder().build());

        assertThat(charges.getTotal()).isPositive();
        assertThat(events.getData()).extracting(event -> event.getKey()).contains("charge.create");
        assertThat(capability.getPaymentMethods())
                .extracting(PaymentMethod::getName)
                .contains("alipay_cn")
                .hasSize(5);
    }

    @Test
    void listsAndSearchesByWhatItAsksFor() throws IOException, OmiseException {
        Client.secret(OMISE.simulator()).post("/charges", "amount=61000&currency=THB&source[type]=atome_qr");
        JsonObject made =
                Client.secret(OMISE.simulator()).post("/charges", "amount=62000&currency=THB&source[type]=atome_qr");

        ScopedList<Charge> newest = send(new Charge.ListRequestBuilder()
                .options(new ScopedList.Options().limit(1).order(Ordering.ReverseChronological))
                .build());
        SearchResult<Charge> found = send(new SearchResult.SearchRequestBuilder<Charge>(
                        new SearchResult.Options().scope(SearchScope.Charge).filter("amount", "615..625"))
                .build());
        var events = send(new Charge.ListEventsRequestBuilder(made.get("id").getAsString()).build());

        assertThat(newest.getData()).extracting(Charge::getAmount).containsExactly(62000L);
        assertThat(found.getData())
                .extracting(Charge::getId)
                .containsExactly(made.get("id").getAsString());
        assertThat(found.getOrder()).isEqualTo(Ordering.Chronological);
        assertThat(events.getData()).extracting(event -> event.getKey()).containsExactly("charge.create");
    }

    @Test
    void hearsWhatIsWrong() {
        assertThatThrownBy(() -> send(new Charge.GetRequestBuilder("chrg_test_nothing").build()))
                .isInstanceOfSatisfying(OmiseException.class, error -> {
                    assertThat(error.getCode()).isEqualTo("not_found");
                    assertThat(error.getHttpStatusCode()).isEqualTo(404);
                });
    }

    private <T extends OmiseObjectBase, R extends Request<T>> T send(R request) throws IOException, OmiseException {
        return client.sendRequest(request);
    }
}
