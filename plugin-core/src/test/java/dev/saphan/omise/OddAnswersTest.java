/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.AccountRefund;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.Dispute;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.gateway.Listed;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.OneStore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every sample in every form that it is not known in: no error, no other money, no other status. */
class OddAnswersTest {

    private static final Logger LOG = Logger.getLogger("dev.saphan.omise");
    private static final String OURS = "att_ours";
    private static final Money PRICE = Money.ofMinor(400_000, "THB");

    private final SaidByOmise omise = SaidByOmise.nothing();
    private final OmiseGateway gateway = omise.gateway();
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    /** Thousands of lines say the same. */
    @BeforeAll
    static void beQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        LOG.setLevel(null);
    }

    @Test
    void readsAChargeByTheFieldsThatAreNeededAndElseKnowsNothing() {
        Set<String> known = new HashSet<>();
        for (JsonObject sample : charges()) {
            for (JsonObject odd : OddBodies.of(sample, known)) {
                omise.says(odd.toString());

                assertThat(word(gateway.createCharge(account, request())))
                        .as("%s", odd)
                        .isEqualTo(PlainReading.charge(odd));
            }
        }
    }

    @Test
    void takesNoOtherChargeForTheOneThatWasAskedFor() {
        JsonObject charge = charges().get(0);
        omise.says(charge.toString());

        assertThat(word(gateway.charge(account, charge.getString("id")))).isPresent();
        assertThat(word(gateway.charge(account, "chrg_test_other"))).isEmpty();
        assertThat(word(gateway.expireCharge(account, "chrg_test_other"))).isEmpty();
    }

    @Test
    void readsTheOtherChargesOfAListBesideAnOddOne() {
        List<JsonObject> samples = charges();
        JsonObject before = samples.get(0);
        JsonObject after = samples.get(1);
        for (JsonObject odd : OddBodies.of(samples.get(2))) {
            omise.says(OddBodies.list(List.of(before, odd, after)));

            Listed<Charge> listed = ok(gateway.charges(account, Instant.EPOCH, Instant.EPOCH, 100, 0));

            Optional<String> told = PlainReading.charge(odd);
            assertThat(listed.entries().stream().map(OddAnswersTest::word))
                    .as("%s", odd)
                    .contains(
                            PlainReading.charge(before).orElseThrow(),
                            PlainReading.charge(after).orElseThrow())
                    .containsAll(told.stream().toList())
                    .hasSize(told.isPresent() ? 3 : 2);
            assertThat(listed.skipped()).isEqualTo(told.isPresent() ? 0 : 1);
            assertThat(listed.size()).isEqualTo(3);
        }
    }

    @Test
    void findsTheLostChargeBesideAnOddOneOfSomebodyElse() {
        JsonObject lost = named(charges().get(0), OURS);
        JsonObject somebodys = charges().get(1);
        for (JsonObject odd : OddBodies.of(somebodys)) {
            omise.says(OddBodies.list(List.of(odd, lost)));

            assertThat(ok(gateway.findCharges(account, OURS, Instant.EPOCH)))
                    .extracting(Charge::id)
                    .containsExactly(lost.getString("id"));
        }
    }

    @Test
    void saysThatThereIsNoneOnlyWhenNoEntryCouldBeTheOne() {
        JsonObject somebodys = charges().get(1);
        for (JsonObject odd : OddBodies.of(named(charges().get(0), OURS))) {
            omise.says(OddBodies.list(List.of(somebodys, odd)));

            Answer<List<Charge>> answer = gateway.findCharges(account, OURS, Instant.EPOCH);

            if (answer instanceof Answer.Ok<List<Charge>> ok && ok.value().isEmpty()) {
                assertThat(PlainReading.isSurelyNot(OURS, odd)).as("%s", odd).isTrue();
            } else if (answer instanceof Answer.Ok<List<Charge>> ok) {
                assertThat(ok.value())
                        .singleElement()
                        .satisfies(found -> assertThat(word(found))
                                .isEqualTo(PlainReading.charge(odd).orElseThrow()));
            } else {
                assertThat(answer).isInstanceOf(Answer.Unknown.class);
                assertThat(PlainReading.isSurelyNot(OURS, odd)).as("%s", odd).isFalse();
            }
        }
    }

    @Test
    void readsARefundByTheFieldsThatAreNeededAndElseKnowsNothing() {
        JsonObject sample = OddBodies.samples("refund").get(0);
        String charge = sample.getString("charge");
        for (JsonObject odd : OddBodies.of(sample)) {
            omise.says(odd.toString());
            Answer<GatewayRefund> answer = gateway.refund(account, charge, "ref_1", PRICE, "Returned");

            boolean isOfAnother = answer instanceof Answer.Unknown && !saysNoOther(odd, charge);
            Optional<String> told = PlainReading.refund(inItsCurrency(odd));
            assertThat(word(answer, OddAnswersTest::word))
                    .as("%s", odd)
                    .isEqualTo(isOfAnother ? Optional.empty() : told);
        }
    }

    @Test
    void readsTheOtherRefundsOfAListBesideAnOddOne() {
        JsonObject sample = OddBodies.samples("refund").get(0);
        JsonObject other = OddBodies.with(sample, "/id", Json.createValue("rfnd_test_other"));
        for (JsonObject odd : OddBodies.of(sample)) {
            omise.says(OddBodies.list(List.of(odd, other)));

            Listed<AccountRefund> listed = ok(gateway.refunds(account, Instant.EPOCH, Instant.EPOCH, 100, 0));

            Optional<String> told = PlainReading.refund(odd);
            assertThat(listed.entries().stream().map(one -> word(one.refund())))
                    .as("%s", odd)
                    .contains(PlainReading.refund(other).orElseThrow())
                    .containsAll(told.stream().toList());
            assertThat(listed.skipped()).isEqualTo(told.isPresent() ? 0 : 1);
        }
    }

    @Test
    void takesNoRefundForGoneThatItCouldNotRead() {
        JsonObject refund = OddBodies.samples("refund").get(0);
        JsonObject charge = charges().get(0);
        for (JsonObject odd : OddBodies.of(refund)) {
            omise.says(OddBodies.with(
                            OddBodies.with(
                                    charge,
                                    "/refunds/data",
                                    Json.createArrayBuilder().add(odd).build()),
                            "/refunds/total",
                            Json.createValue(1))
                    .toString());

            Charge read = ok(gateway.charge(account, charge.getString("id")));

            assertThat(word(read)).isEqualTo(PlainReading.charge(charge).orElseThrow());
            assertThat(read.tellsAllRefunds())
                    .as("%s", odd)
                    .isEqualTo(read.refunds().size() == 1);
        }
    }

    @Test
    void takesNoRefundForGoneBecauseTheListIsOdd() {
        JsonObject charge = charges().get(0);
        for (JsonValue odd : List.<JsonValue>of(
                JsonValue.NULL, JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_ARRAY, JsonValue.TRUE)) {
            omise.says(OddBodies.with(charge, "/refunds", odd).toString());

            assertThat(ok(gateway.charge(account, charge.getString("id"))).tellsAllRefunds())
                    .as("%s", odd)
                    .isFalse();
        }
        omise.says(charge.toString());
        assertThat(ok(gateway.charge(account, charge.getString("id"))).tellsAllRefunds())
                .isTrue();
    }

    @Test
    void readsADisputeWhateverItIs() {
        JsonObject charge = charges().get(0);
        Money all = Money.ofMinor(
                charge.getJsonNumber("amount").longValueExact(),
                charge.getString("currency").toUpperCase(Locale.ROOT));
        String currency = all.currencyCode();
        for (String dispute : List.of(
                "'dspt_test_1' OPEN -",
                "true OPEN -",
                "[] OPEN -",
                "{} OPEN -",
                "{'status':'closed','amount':100,'currency':'%s'} OPEN 100",
                "{'status':7,'amount':100,'currency':'%s'} OPEN 100",
                "{'status':'pending','amount':100.5,'currency':'%s'} OPEN -",
                "{'status':'open','amount':'100','currency':'%s'} OPEN -",
                "{'status':'won','amount':100,'currency':'JPY'} WON -",
                "{'status':'lost','amount':-5,'currency':'%s'} LOST -",
                "{'status':'lost','amount':null,'currency':'%s'} LOST -",
                "{'status':'lost','amount':100,'currency':'%s'} LOST 100")) {
            String[] parts = dispute.formatted(currency).replace('\'', '"').split(" ", -1);
            omise.says(OddBodies.with(charge, "/dispute", json(parts[0])).toString());

            Dispute told = ok(gateway.charge(account, charge.getString("id")))
                    .dispute()
                    .orElseThrow();

            assertThat(told.status().name()).as(dispute).isEqualTo(parts[1]);
            assertThat(told.amount().map(Money::minorUnits).map(String::valueOf).orElse("-"))
                    .as(dispute)
                    .isEqualTo(parts[2]);
        }
        omise.says(charge.toString());
        assertThat(ok(gateway.charge(account, charge.getString("id"))).dispute())
                .isEmpty();
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    @Test
    void tellsNoTimeThatWasNotTold() {
        JsonObject charge = charges().get(0);
        for (String odd : List.of("", "2026-11-27", "2026-11-27T10:00:00", "yesterday", "+999999999-01-01T00:00:00Z")) {
            omise.says(
                    OddBodies.with(charge, "/created_at", Json.createValue(odd)).toString());

            assertThat(ok(gateway.charge(account, charge.getString("id"))).createdAt())
                    .isEmpty();
        }
    }

    @Test
    void readsTheOtherEventsBesideAnOddOne() {
        JsonObject event = event("evnt_test_1");
        for (JsonObject odd : OddBodies.of(event("evnt_test_2"))) {
            omise.says(OddBodies.list(List.of(odd, event)));

            assertThat(ok(gateway.events(account, Instant.EPOCH, 100, 0)))
                    .as("%s", odd)
                    .satisfies(listed -> {
                        assertThat(listed.entries())
                                .extracting(past -> past.event().id())
                                .contains("evnt_test_1");
                        assertThat(listed.size()).isEqualTo(2);
                    });
            assertThat(ok(gateway.newestEvents(account, 100)))
                    .extracting(sent -> sent.event().id())
                    .contains("evnt_test_1");
            assertThat(ok(gateway.deliveries(account, "chrg_test_1"))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "",
                "{",
                "\"down\"",
                "{\"message\":\"down\"}",
                "{\"object\":\"error\",\"code\":\"internal_error\"}",
                "{\"amount\":1e9999999999}",
                "{\"data\":[]}"
            })
    void knowsNothingWhenTheAnswerIsNone(String body) {
        for (int status : new int[] {200, 201, 204, 302, 404}) {
            omise.says(status, body);

            assertThat(gateway.createCharge(account, request()))
                    .as("%d", status)
                    .isInstanceOf(Answer.Unknown.class);
            assertThat(gateway.charge(account, "chrg_test_1")).isInstanceOf(Answer.Unknown.class);
            assertThat(gateway.expireCharge(account, "chrg_test_1")).isInstanceOf(Answer.Unknown.class);
            assertThat(gateway.refund(account, "chrg_test_1", "ref_1", PRICE, "Returned"))
                    .isInstanceOf(Answer.Unknown.class);
        }
    }

    @Test
    void knowsNothingOfANumberThatNobodyCanHold() {
        omise.says("{\"data\":[{\"amount\":%s}]}".formatted("9".repeat(1_200)));

        assertThat(gateway.charges(account, Instant.EPOCH, Instant.EPOCH, 100, 0))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(gateway.findCharges(account, OURS, Instant.EPOCH)).isInstanceOf(Answer.Unknown.class);
    }

    private static List<JsonObject> charges() {
        return OddBodies.samples("charge");
    }

    private static JsonObject named(JsonObject charge, String attempt) {
        return OddBodies.with(
                charge,
                "/metadata",
                Json.createObjectBuilder().add("saphan_attempt", attempt).build());
    }

    private static JsonObject event(String id) {
        return Json.createObjectBuilder()
                .add("object", "event")
                .add("id", id)
                .add("livemode", false)
                .add("key", "charge.complete")
                .add("created_at", "2026-11-27T10:00:00Z")
                .add("data", Json.createObjectBuilder().add("object", "charge").add("id", "chrg_test_1"))
                .add(
                        "webhook_deliveries",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("uri", "https://pay.example/payments/webhooks/shop")
                                        .add("status", 200)
                                        .add("created_at", "2026-11-27 10:00:01 UTC")
                                        .add("error", "")))
                .build();
    }

    private static ChargeRequest request() {
        return new ChargeRequest(
                OURS,
                "pay_1",
                "order-1",
                PRICE,
                "alipay_cn",
                Map.of(),
                Optional.empty(),
                URI.create("https://pay.example/return"),
                Optional.empty(),
                Optional.empty());
    }

    /** A refund that does not tell its currency is in that of its charge. */
    private static JsonObject inItsCurrency(JsonObject refund) {
        return refund.getOrDefault("currency", JsonValue.NULL) == JsonValue.NULL
                ? Json.createObjectBuilder(refund)
                        .add("currency", PRICE.currencyCode())
                        .build()
                : refund;
    }

    private static boolean saysNoOther(JsonObject refund, String charge) {
        JsonValue told = refund.getOrDefault("charge", JsonValue.NULL);
        return told == JsonValue.NULL
                || told.equals(Json.createValue(charge))
                || !told.toString().matches("\"\\w{1,60}\"");
    }

    private static Optional<String> word(Answer<Charge> answer) {
        return word(answer, OddAnswersTest::word);
    }

    private static <T> Optional<String> word(Answer<T> answer, Function<T, String> word) {
        if (answer instanceof Answer.Ok<T> ok) {
            return Optional.of(word.apply(ok.value()));
        }
        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        return Optional.empty();
    }

    private static String word(Charge charge) {
        return charge.id() + " " + charge.amount().minorUnits() + " "
                + charge.amount().currencyCode() + " "
                + charge.status().name().toLowerCase(Locale.ROOT) + " "
                + charge.mode().code();
    }

    private static String word(GatewayRefund refund) {
        return refund.id() + " " + refund.amount().minorUnits() + " "
                + refund.amount().currencyCode() + " "
                + refund.status().name().toLowerCase(Locale.ROOT);
    }

    private static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }
}
