/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.StoppedClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeRequest;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayAccount;
import dev.saphan.gateway.GatewayCalled;
import dev.saphan.gateway.GatewayCalled.Kind;
import dev.saphan.gateway.GatewayCalled.Outcome;
import dev.saphan.gateway.GatewayDenied;
import dev.saphan.gateway.GatewayState;
import dev.saphan.gateway.Listed;
import dev.saphan.money.Money;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.OneStore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which call of Omise's each question becomes, how long its answer is waited for, and what is told of it. */
class OmiseGatewayCallsTest {

    private static final Duration FOR_A_CHANGE = Duration.ofSeconds(20);
    private static final Duration FOR_A_READ = Duration.ofSeconds(8);
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Money PRICE = Money.ofMinor(150_000, "THB");
    private static final String NOTHING = OddBodies.list(List.of());
    private static final JsonObject CHARGE = OddBodies.samples("charge").get(0);
    private static final String ID = CHARGE.getString("id");

    private final SaidByOmise omise = SaidByOmise.nothing();
    private final Gateway gateway = omise.gateway();
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    @Test
    void whatChangesSomethingIsSentOnceAndWaitedForLonger() {
        gateway.createCharge(account, request(Optional.empty()));
        gateway.expireCharge(account, "chrg_1");
        gateway.refund(account, "chrg_1", "ref_1", PRICE, "Returned");

        assertThat(omise.asked()).allSatisfy(asked -> {
            assertThat(asked.sent()).isEqualTo("once");
            assertThat(asked.timeout()).isEqualTo(FOR_A_CHANGE);
        });
        assertThat(omise.asked())
                .extracting(SaidByOmise.Asked::call)
                .containsExactly("createCharge", "expireCharge", "refund");
        assertThat(omise.asked().get(1).with()).containsExactly("chrg_1");
        assertThat(omise.asked().get(2).with())
                .containsExactly("chrg_1", ChargeBody.refund("ref_1", PRICE, "Returned"));
    }

    @Test
    void whatOnlyAsksMayBeSentAgain() {
        omise.says(NOTHING);

        gateway.chargeAsTold(account, "chrg_1");
        gateway.deliveries(account, "chrg_1");
        gateway.findCharges(account, "att_1", NOON);
        gateway.charges(account, NOON, LATER, 50, 150);
        gateway.refunds(account, NOON, LATER, 51, 151);
        gateway.events(account, NOON, 52, 152);
        gateway.newestEvents(account, 53);
        gateway.time(account);
        gateway.capability(account);
        gateway.account(account);

        assertThat(omise.asked())
                .containsExactly(
                        read("charge", "chrg_1"),
                        read("eventsOf", "chrg_1", "chronological", 100),
                        read("charges", NOON.toString(), null, "reverse_chronological", 100, 0),
                        read("charges", NOON.toString(), LATER.toString(), "chronological", 50, 150),
                        read("refunds", NOON.toString(), LATER.toString(), "chronological", 51, 151),
                        read("events", NOON.toString(), "chronological", 52, 152),
                        read("events", null, "reverse_chronological", 53, 0),
                        read("account"),
                        read("capability"),
                        read("account"));
    }

    @Test
    void aListWithNothingInItIsAnAnswer() {
        omise.says(NOTHING);
        Listed<Object> none = new Listed<>(List.of(), 0, 0);

        assertThat(gateway.deliveries(account, "chrg_1")).isEqualTo(new Answer.Ok<>(List.of()));
        assertThat(gateway.charges(account, NOON, LATER, 50, 0)).isEqualTo(new Answer.Ok<>(none));
        assertThat(gateway.refunds(account, NOON, LATER, 50, 0)).isEqualTo(new Answer.Ok<>(none));
        assertThat(gateway.events(account, NOON, 50, 0)).isEqualTo(new Answer.Ok<>(none));
        assertThat(gateway.newestEvents(account, 50)).isEqualTo(new Answer.Ok<>(List.of()));
    }

    @Test
    void anAccountIsToldInItsMode() {
        omise.says("{\"id\":\"account_test_1\",\"livemode\":false,\"country\":\"TH\"}");

        assertThat(gateway.account(account))
                .isEqualTo(new Answer.Ok<>(new GatewayAccount("account_test_1", false, "TH", Optional.empty())));
    }

    @Test
    void periodsAreAskedForInWholeSecondsSinceOmisesTimesHaveNoFraction() {
        gateway.charges(account, NOON.plusMillis(999), LATER.plusNanos(1), 50, 0);
        gateway.refunds(account, NOON.plusMillis(999), LATER.plusNanos(1), 50, 0);

        assertThat(omise.asked())
                .allSatisfy(
                        asked -> assertThat(asked.with()).startsWith("2026-03-02T05:00:00Z", "2026-03-02T05:01:00Z"));
    }

    @Test
    void aChargeIsReadWithinTheCallersTimeOrElseTheUsualOne() {
        omise.says(CHARGE.toString());

        assertThat(charge(gateway.charge(account, ID))).isEqualTo(ID);
        assertThat(charge(gateway.charge(account, ID, Duration.ofSeconds(3)))).isEqualTo(ID);

        assertThat(omise.asked().get(0).timeout()).isBetween(Duration.ofSeconds(4), FOR_A_READ);
        assertThat(omise.asked().get(1).timeout()).isBetween(Duration.ZERO, Duration.ofSeconds(3));
        assertThat(omise.asked()).extracting(SaidByOmise.Asked::with).containsOnly(List.of(ID));
    }

    @Test
    void whoFindsAReadUnderWayForLongerThanItWaitsKnowsNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        omise.answers(asked -> {
            begun.countDown();
            await(ends);
            return SaidByOmise.answer(200, CHARGE.toString());
        });
        Duration patience = Duration.ofMillis(20);
        var hanging = CompletableFuture.supplyAsync(() -> gateway.charge(account, ID, patience));
        await(begun);

        assertThat(gateway.charge(account, ID, patience)).isEqualTo(new Answer.Unknown<>("no turn to read in time"));

        ends.countDown();
        assertThat(charge(hanging.get(20, TimeUnit.SECONDS))).isEqualTo(ID);
        assertThat(charge(gateway.charge(account, ID, patience))).isEqualTo(ID);
    }

    @Test
    void aChargeAsOmiseTellsItIsHandedOnWordForWord() {
        omise.says(" {\"id\":7}");

        assertThat(gateway.chargeAsTold(account, "chrg_1")).isEqualTo(new Answer.Ok<>(" {\"id\":7}"));
    }

    @Test
    void theTimeOfOmisesClockIsThatOfItsAnswer() {
        omise.says("{}");
        assertThat(gateway.time(account)).isEqualTo(new Answer.Ok<>(SaidByOmise.TODAY));

        omise.answers(asked -> new OmiseAnswer(200, "{}", Optional.empty()));
        assertThat(gateway.time(account)).isEqualTo(new Answer.Unknown<>("no usable date", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "used_source     | source was already used",
                "invalid_charge  | Source has been used before",
                "invalid_charge  | this was used: the source",
            })
    void aSourceThatWasUsedIsOneThatIsNotThere(String code, String message) {
        omise.says(400, error(code, message));

        assertThat(gateway.createCharge(account, request(Optional.of("src_1"))))
                .isEqualTo(new Answer.NotFound<>("source"));
        assertThat(gateway.createCharge(account, request(Optional.empty())))
                .as("no source was named")
                .isEqualTo(new Answer.Declined<>(code, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount is too low", "source is not supported", "the card was used up"})
    void anyOtherRefusalStaysOne(String message) {
        omise.says(400, error("invalid_charge", message));

        assertThat(gateway.createCharge(account, request(Optional.of("src_1"))))
                .isEqualTo(new Answer.Declined<>("invalid_charge", message));
    }

    @Test
    void ofEachCallAboutAChargeIsToldWhatCameOfIt() {
        omise.says(CHARGE.toString());
        gateway.createCharge(account, request(Optional.empty()));
        gateway.charge(account, ID, FOR_A_READ);
        gateway.expireCharge(account, ID);
        omise.says(OddBodies.samples("refund").get(0).toString());
        gateway.refund(account, "chrg_test_other", "ref_1", PRICE, "Returned");
        gateway.refund(account, OddBodies.samples("refund").get(0).getString("charge"), "ref_1", PRICE, "Returned");

        assertThat(calls())
                .extracting(GatewayCalled::kind, GatewayCalled::subject, GatewayCalled::outcome, GatewayCalled::answer)
                .containsExactly(
                        tuple(Kind.CREATE, "att_1", Outcome.OK, "pending"),
                        tuple(Kind.READ, ID, Outcome.OK, "pending"),
                        tuple(Kind.EXPIRE, ID, Outcome.OK, "pending"),
                        tuple(Kind.REFUND, "chrg_test_other", Outcome.UNKNOWN, "no usable refund of that charge"),
                        tuple(
                                Kind.REFUND,
                                OddBodies.samples("refund").get(0).getString("charge"),
                                Outcome.OK,
                                OddBodies.samples("refund").get(0).getString("id")));
        assertThat(calls()).extracting(GatewayCalled::account).containsOnly(account);
    }

    @Test
    void ofASearchIsToldWhichChargesItFound() {
        omise.says(NOTHING);
        gateway.findCharges(account, "att_1", NOON);
        omise.says(OddBodies.list(List.of(named("chrg_test_b"), named("chrg_test_a"))));
        gateway.findCharges(account, "att_1", NOON);

        assertThat(calls())
                .extracting(GatewayCalled::kind, GatewayCalled::subject, GatewayCalled::answer)
                .containsExactly(
                        tuple(Kind.FIND, "att_1", "none"), tuple(Kind.FIND, "att_1", "chrg_test_a chrg_test_b"));
    }

    @Test
    void keysThatAreNotAcceptedAreToldToWhoWatchesThem() {
        omise.says(401, error("authentication_failure", "no"));
        assertThat(gateway.capability(account)).isEqualTo(new Answer.Denied<>("401 authentication_failure"));
        omise.says(403, error("forbidden", "no"));
        gateway.capability(account);
        omise.says(404, error("not_found", "no"));
        gateway.capability(account);

        assertThat(omise.told())
                .containsExactly(
                        new GatewayDenied(account, 401, "authentication_failure"),
                        new GatewayDenied(account, 403, "forbidden"));
    }

    @Test
    void allCallsAreFreeWhileNobodyCalls() {
        int atOnce = SaidByOmise.deployment().callsAtOnce();

        assertThat(gateway.state()).isEqualTo(new GatewayState(atOnce, atOnce, Optional.empty()));
        assertThat(gateway.isAvailable()).isTrue();
    }

    private List<GatewayCalled> calls() {
        return omise.told().stream().map(GatewayCalled.class::cast).toList();
    }

    /** With the test account's key, {@code skey_test_1:} in Base64. */
    private static SaidByOmise.Asked read(String call, @Nullable Object... with) {
        return new SaidByOmise.Asked("again", call, "Basic c2tleV90ZXN0XzE6", FOR_A_READ, Arrays.asList(with));
    }

    private static String error(String code, String message) {
        return Json.createObjectBuilder()
                .add("object", "error")
                .add("code", code)
                .add("message", message)
                .build()
                .toString();
    }

    private static JsonObject named(String id) {
        return Json.createObjectBuilder(CHARGE)
                .add("id", id)
                .add("metadata", Json.createObjectBuilder().add("saphan_attempt", "att_1"))
                .build();
    }

    private static ChargeRequest request(Optional<String> source) {
        return new ChargeRequest(
                "att_1",
                "pay_1",
                "order-1",
                PRICE,
                "alipay_cn",
                Map.of(),
                source,
                URI.create("https://pay.example/return"),
                Optional.empty(),
                Optional.empty());
    }

    private static String charge(Answer<Charge> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<Charge>) answer).value().id();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
