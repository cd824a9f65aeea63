/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.gateway.Gateway;
import dev.saphan.money.Money;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.Events;
import dev.saphan.testing.OneStore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of Omise, and what its answers count as. */
class OmiseRequestsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final JsonObject CHARGE = OddBodies.samples("charge").get(0);

    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);
    private static final List<Headers> ASKED = Collections.synchronizedList(new ArrayList<>());
    private static final List<Map<String, String>> PAGES = Collections.synchronizedList(new ArrayList<>());
    private static List<JsonObject> charges = List.of();
    private static HttpServer server;
    private static Gateway omise;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestHeaders());
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().equals("/charges")
                    && exchange.getRequestMethod().equals("GET")) {
                body = page(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        omise = OmiseGatewayTest.gateway(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
        PAGES.clear();
        charges = List.of();
    }

    @Test
    void nameTheVersionOfTheApiAndTheKeyInEveryCall() {
        omise.charge(account, "chrg_1");
        omise.expireCharge(account, "chrg_1");
        omise.refund(account, "chrg_1", "ref_1", Money.ofMinor(100, "THB"), "broken");
        omise.findCharges(account, "att_1", NOON);
        omise.events(account, NOON, 100, 0);
        omise.capability(account);
        omise.account(account);

        String key = "Basic " + Base64.getEncoder().encodeToString("skey_test_1:".getBytes(StandardCharsets.UTF_8));
        assertThat(ASKED).hasSize(7).allSatisfy(headers -> {
            assertThat(headers.get("Omise-Version")).containsExactly("2019-05-29");
            assertThat(headers.get("Authorization")).containsExactly(key);
        });
    }

    @Test
    void findAChargeBeyondTheFirstPage() {
        charges = Stream.concat(others(230), Stream.of(charge("chrg_test_wanted", "att_wanted")))
                .toList();

        assertThat(found()).containsExactly("chrg_test_wanted");
        assertThat(PAGES).extracting(page -> page.get("offset")).containsExactly("0", "100", "200");
        assertThat(PAGES).allSatisfy(page -> {
            assertThat(page).containsEntry("limit", "100").containsEntry("order", "reverse_chronological");
            assertThat(page.get("from")).startsWith("2026-03-02T05");
        });
    }

    @Test
    void findBothOfTwoChargesOldestFirst() {
        charges = Stream.of(
                        Stream.of(charge("chrg_test_newer", "att_wanted")),
                        others(120),
                        Stream.of(charge("chrg_test_older", "att_wanted")))
                .flatMap(charge -> charge)
                .toList();

        assertThat(found()).containsExactly("chrg_test_older", "chrg_test_newer");
    }

    @Test
    void sayThatThereIsNoneOnlyAfterTheLastPage() {
        charges = others(200).toList();

        assertThat(found()).isEmpty();
        assertThat(PAGES).hasSize(3);
    }

    @Test
    void giveUpWithoutAnAnswerWhereThereAreTooManyToLookThrough() {
        charges = others(2_000).toList();

        assertThat(omise.findCharges(account, "att_wanted", NOON)).isInstanceOf(Answer.Unknown.class);
        assertThat(PAGES).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "400,bad_request,Declined",
        "401,authentication_failure,Denied",
        "403,forbidden,Denied",
        "404,not_found,NotFound",
        "404,service_not_found,Unknown",
        "409,conflict,Unknown",
        "422,failed_refund,Declined",
        "429,too_many_requests,NotSent",
        "302,moved,Unknown",
    })
    void sortAnswersByTheirStatus(int status, String code, String kind) {
        SaidByOmise said = SaidByOmise.nothing();
        said.says(status, "{\"object\":\"error\",\"code\":\"" + code + "\",\"message\":\"no\"}");
        Gateway gateway = said.gateway();

        assertThat(Stream.of(
                        gateway.charge(account, "chrg_1"),
                        gateway.expireCharge(account, "chrg_1"),
                        gateway.refund(account, "chrg_1", "ref_1", Money.ofMinor(100, "THB"), "broken")))
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsOnly(kind);
    }

    @Test
    void tellOmisesWordsOfARefusal() {
        SaidByOmise said = SaidByOmise.nothing();
        said.says(422, "{\"object\":\"error\",\"code\":\"failed_refund\",\"message\":\"refund failed\"}");
        assertThat(said.gateway().expireCharge(account, "chrg_1"))
                .isEqualTo(new Answer.Declined<>("failed_refund", "refund failed"));

        said.says(400, "{}");
        assertThat(said.gateway().expireCharge(account, "chrg_1")).isEqualTo(new Answer.Declined<>("status_400", ""));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new GatewayFault.NotLetOut("circuit open"), new Answer.NotSent<>("circuit open")),
                Arguments.of(new GatewayFault.NotConnected("no connection"), new Answer.NotSent<>("no connection")),
                Arguments.of(new GatewayFault.NoAnswer("status 500"), new Answer.Unknown<>("status 500")),
                Arguments.of(
                        new IllegalStateException("ours"),
                        new Answer.Unknown<>("not understood: IllegalStateException")),
                Arguments.of(new Unreadable("charge.id"), new Answer.Unknown<>("no usable charge.id", true)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void knowWhetherAnythingWasSentWhereNoAnswerCame(RuntimeException fault, Answer<Charge> answer) {
        SaidByOmise said = SaidByOmise.nothing();
        said.answers(asked -> {
            throw fault;
        });

        assertThat(said.gateway().expireCharge(account, "chrg_1")).isEqualTo(answer);
        assertThat(said.gateway().charge(account, "chrg_1")).isEqualTo(answer);
    }

    @Test
    void callAnAnswerThatIsCutOffUnreadable() {
        SaidByOmise said = SaidByOmise.nothing();
        said.says("{\"id\":");

        assertThat(said.gateway().charge(account, "chrg_1"))
                .isEqualTo(new Answer.Unknown<>("no JSON that can be read", true));
    }

    @Test
    void askNothingInsideATransaction() {
        SaidByOmise said = SaidByOmise.nothing();
        OmiseRequests requests = new OmiseRequests(
                said,
                SaidByOmise.deployment(),
                new Transactions() {
                    @Override
                    public <T> T call(Supplier<T> work) {
                        return work.get();
                    }

                    @Override
                    public boolean isActive() {
                        return true;
                    }
                },
                Events.into(new ArrayList<>()));

        assertThatIllegalStateException()
                .isThrownBy(() -> requests.read(
                        account, (api, key, timeout) -> api.charge(key, timeout, "chrg_1"), body -> body));
        assertThat(said.asked()).isEmpty();
    }

    @Test
    void writeWhatWentWrongIntoTheLogWithoutTheKey() {
        SaidByOmise said = SaidByOmise.nothing();
        try (LogLines log = LogLines.ofOmise()) {
            said.says(401, "{\"object\":\"error\",\"code\":\"authentication_failure\"}");
            said.gateway().charge(account, "chrg_1");
            said.says("{}");
            said.gateway().charge(account, "chrg_1");
            said.says(404, "{}");
            said.gateway().charge(account, "chrg_1");
            said.answers(asked -> {
                throw new IllegalStateException("ours");
            });
            said.gateway().charge(account, "chrg_1");

            assertThat(log.lines())
                    .containsExactly(
                            "Omise does not accept the keys: 401 authentication_failure",
                            "Omise gave an answer that cannot be read: no usable charge.currency",
                            "Omise gave no answer: status 404 status_404",
                            "An answer of Omise's was not understood");
        }
    }

    private List<String> found() {
        Answer<List<Charge>> answer = omise.findCharges(account, "att_wanted", NOON);
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<List<Charge>>) answer)
                .value().stream().map(Charge::id).toList();
    }

    private static String page(URI address) {
        Map<String, String> query = Stream.of(address.getQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        PAGES.add(query);
        return OddBodies.list(charges.stream()
                .skip(Integer.parseInt(query.get("offset")))
                .limit(Integer.parseInt(query.get("limit")))
                .toList());
    }

    private static Stream<JsonObject> others(int count) {
        return IntStream.range(0, count).mapToObj(number -> charge("chrg_test_" + number, "att_" + number));
    }

    private static JsonObject charge(String id, String attempt) {
        return Json.createObjectBuilder(CHARGE)
                .add("id", id)
                .add("metadata", Json.createObjectBuilder().add("saphan_attempt", attempt))
                .build();
    }
}
