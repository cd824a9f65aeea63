/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.saphan.simulator.OmiseSimulator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What many do at once, or one in malice, on Payara Micro: the others are served. */
@ExtendWith(ArquillianExtension.class)
class AdmissionIT {

    private static final OmiseSimulator OMISE =
            OmiseSimulator.builder().allowLoopbackHttp(true).start();
    private static final String PASSWORD = "password-of-the-admin-under-test";
    private static final int HALF_SENT = 250;

    @ArquillianResource
    URI server;

    private PaymentsApi api;

    @Deployment(testable = false)
    static WebArchive plugin() throws IOException {
        Path data = Files.createTempDirectory(Path.of(System.getProperty("saphan.target")), "admission-data");
        Map<String, String> settings = Shop.settings(OMISE, data);
        settings.put("saphan.users", "admin,viewer");
        settings.put("saphan.user.admin.password", PASSWORD);
        settings.put("saphan.user.viewer.password", PASSWORD);
        settings.put("saphan.trusted-proxies", thisMachine());
        settings.put("saphan.limits.refused.address", "5/PT10M");
        settings.put("saphan.limits.requests.address", "60/PT10M");
        settings.put("saphan.limits.attempts-of-a-payment", "3/PT10M");
        String text = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return ShrinkWrap.create(ZipImporter.class, "payments.war")
                .importFrom(Path.of(System.getProperty("saphan.root"), "plugin-web/target/payments.war")
                        .toFile())
                .as(WebArchive.class)
                .addAsResource(new StringAsset(text), "META-INF/microprofile-config.properties");
    }

    private static String thisMachine() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(address -> address.getHostAddress().split("%", 2)[0])
                .collect(Collectors.joining(","));
    }

    /** As proxies speak to what is behind them. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void connect() {
        api = new PaymentsApi(server);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> api.get("payment-methods?currency=THB").status() == 200);
    }

    @Test
    void answersWebhooksAndHealthAtOnceWhileBodiesAreHalfSent() throws Exception {
        List<String> doors = List.of("webhooks/omise/shop", "api/v1/payments", "login", "pay/" + token() + "/cancel");
        List<HalfSent> bodies = new ArrayList<>();
        for (int i = 0; i < HALF_SENT; i++) {
            bodies.add(HalfSent.from("198.51.100." + i, server, doors.get(i % doors.size())));
        }
        long started = System.nanoTime();

        assertThat(webhook("203.0.113.1").statusCode()).isEqualTo(401);
        assertThat(send(get("/health/live", "203.0.113.1")).statusCode()).isEqualTo(200);
        assertThat(send(get("login", "203.0.113.1")).statusCode()).isEqualTo(200);
        assertThat(api.pay("O-" + UUID.randomUUID(), "alipay_cn").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("while the bodies were awaited")
                .isLessThan(Duration.ofSeconds(5));

        for (HalfSent body : bodies) {
            assertThat(body.answer()).startsWith("HTTP/1.1 408");
            body.close();
        }
        assertThat(api.pay("O-" + UUID.randomUUID(), "alipay_cn").status()).isEqualTo(201);
    }

    @Test
    void leavesThreadsToOthersWhileBodiesOfTheSecondVersionAreHalfSent() throws Exception {
        List<String> doors = List.of("webhooks/omise/shop", "api/v1/payments", "login", "pay/" + token() + "/cancel");
        List<HalfSent> bodies = new ArrayList<>();
        for (int i = 0; i < HALF_SENT; i++) {
            bodies.add(HalfSent.ofSecondVersion("198.51.110." + i, server, doors.get(i % doors.size())));
        }
        long started = System.nanoTime();

        assertThat(webhook("203.0.113.2").statusCode()).isEqualTo(401);
        assertThat(send(get("/health/live", "203.0.113.2")).statusCode()).isEqualTo(200);
        assertThat(send(get("login", "203.0.113.2")).statusCode()).isEqualTo(200);
        assertThat(api.pay("O-" + UUID.randomUUID(), "alipay_cn").status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("while the bodies were awaited, for half a minute")
                .isLessThan(Duration.ofSeconds(20));

        for (HalfSent body : bodies) {
            body.close();
        }
        assertThat(api.pay("O-" + UUID.randomUUID(), "alipay_cn").status()).isEqualTo(201);
    }

    @Test
    void cutsABodyThatTrickles() throws Exception {
        try (HalfSent body = HalfSent.from("198.51.100.251", server, "api/v1/payments")) {
            await().atMost(Duration.ofSeconds(12))
                    .pollInterval(Duration.ofMillis(300))
                    .until(body::trickles);

            assertThat(body.answer()).startsWith("HTTP/1.1 408");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/payments", "webhooks/omise/shop", "login"})
    void refusesALengthThatIsToldTwice(String door) throws Exception {
        try (HalfSent body = HalfSent.framedTwice(server, door)) {
            assertThat(body.answer()).startsWith("HTTP/1.1 400");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "chunked, identity", "identity, chunked"})
    void readsNoRequestThatStandsInTheBodyOfAnother(String encoding) throws Exception {
        for (String door : List.of("api/v1/payments", "webhooks/omise/shop", "login")) {
            try (HalfSent request = HalfSent.withARequestInside(server, door, encoding)) {
                assertThat(request.answers()).as(door).isEqualTo(1);
            }
        }
    }

    @Test
    void slowsWrongKeysAndLetsTheRightOneInFromTheSameAddress() {
        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i -> send(to("api/v1/payments?orderReference=A", "198.51.102.1")
                                .header("Authorization", "Bearer guess-" + i)
                                .build())
                        .statusCode())
                .toList();
        HttpResponse<String> right = send(to("api/v1/payments?orderReference=A", "198.51.102.1")
                .header("Authorization", "Bearer " + Shop.API_KEY)
                .build());

        assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429, 429, 429, 429, 429, 429, 429);
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.headers().firstValue("RateLimit")).isPresent();
        assertThat(right.headers().firstValue("RateLimit-Policy")).contains("\"key\";q=6000;w=60");
    }

    @Test
    void slowsWrongTokensAndShowsTheRightPageToOthersBehindThatAddress() throws Exception {
        String token = token();
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i ->
                        send(get("pay/" + "x".repeat(42) + i, "198.51.102.2")).statusCode())
                .toList();
        HttpResponse<String> refused = send(to("pay/" + "x".repeat(43), "198.51.102.2")
                .header("Accept-Language", "ja")
                .build());

        assertThat(answers).containsExactly(404, 404, 404, 404, 404, 429, 429, 429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("RateLimit")).isPresent();
        assertThat(refused.body()).contains("リクエストが多すぎます");
        assertThat(send(get("pay/" + token, "198.51.102.2")).statusCode()).isEqualTo(200);
    }

    @Test
    void slowsAnAddressThatAsksForPageAfterPage() throws Exception {
        String page = "pay/" + token();
        List<Integer> answers = IntStream.range(0, 70)
                .mapToObj(i -> send(get(page, "198.51.102.3")).statusCode())
                .toList();
        HttpResponse<String> refused = send(get(page + "?lang=th", "198.51.102.3"));

        assertThat(answers.subList(0, 60)).containsOnly(200);
        assertThat(answers.subList(61, 70)).containsOnly(429);
        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"address\";q=60;w=600");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(refused.body()).contains("มีคำขอมากเกินไป");
        assertThat(webhook("198.51.102.3").statusCode())
                .as("a webhook from there")
                .isEqualTo(401);
    }

    @Test
    void doesNotCountWhatAStrangerSaysAboutAddresses() throws Exception {
        String page = "pay/" + token();
        List<Integer> answers = IntStream.range(0, 70)
                .mapToObj(i ->
                        send(get(page, "203.0.113." + i + ", 198.51.102.4")).statusCode())
                .toList();

        assertThat(answers.get(69)).isEqualTo(429);
    }

    @Test
    void beginsSoManyAttemptsOnOnePayment() {
        String order = "O-" + UUID.randomUUID();
        List<PaymentsApi.Answer> answers =
                IntStream.range(0, 5).mapToObj(i -> api.pay(order, "alipay_cn")).toList();

        assertThat(answers).extracting(PaymentsApi.Answer::status).containsExactly(201, 201, 201, 429, 429);
        assertThat(answers.get(4).text("code")).isEqualTo("too_many_requests");
    }

    @Test
    void answersManySignInsAtOnceAndGoesOn() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 120)
                .mapToObj(i -> HTTP.sendAsync(signIn("nobody-" + i, "198.18.0." + i), BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).collect(Collectors.toSet()))
                .contains(401)
                .isSubsetOf(401, 429, 503);
        assertThat(send(signIn("admin", "198.18.1.1")).statusCode()).isEqualTo(303);
    }

    @Test
    void leavesTheFirstOfABurstInTheTrailAndAllOfItInTheMetric() throws Exception {
        for (int i = 0; i < 9; i++) {
            send(to("api/v1/payments", "198.51.102.5")
                    .header("Authorization", "Bearer guess")
                    .build());
            webhook("198.51.102.5");
            send(signIn("nobody", "198.51.102.5"));
        }
        HttpClient viewer = person("viewer", "198.51.102.6");
        for (int i = 0; i < 3; i++) {
            assertThat(viewer.send(get("admin/people.xhtml", "198.51.102.6"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }

        String trail = person("admin", "198.51.102.7")
                .send(get("admin/export/audit.csv", "198.51.102.7"), BodyHandlers.ofString())
                .body();
        for (String act : List.of("refused.api-key", "refused.signature", "refused.name", "refused.throttled")) {
            assertThat(trail.lines().filter(line -> line.contains(act) && line.contains("198.51.102.5")))
                    .as(act)
                    .hasSize(1);
        }
        assertThat(trail.lines().filter(line -> line.contains("refused.role") && line.contains("198.51.102.6")))
                .hasSize(1);
        assertThat(send(get("/metrics", "198.51.102.7")).body())
                .containsPattern("saphan_refused_requests_total\\{[^}]*refused=\"api_key\"[^}]*} (9|[1-9]\\d)");
    }

    @Test
    void showsOurErrorPageToAFormAsToALink() throws Exception {
        HttpClient viewer = person("viewer", "198.51.102.8");
        HttpResponse<String> form = viewer.send(
                to("admin/people.xhtml", "198.51.102.8")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains("data-test=\"role-needed\"");
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, jakarta.faces.ViewState=1%3A&q=a",
        "Multipart/Form-Data; boundary=, q=a",
        "multipart/mixed; boundary=x, q=a",
        "multipart/form-data, ''"
    })
    void showsOurErrorPageForABodyInPartsThatNobodyCanPart(String type, String body) throws Exception {
        HttpClient viewer = person("viewer", "198.51.102.11");
        HttpResponse<String> form = viewer.send(
                to("admin/payments.xhtml?lang=th", "198.51.102.11")
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body()).contains("lang=\"th\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admin/audit.xhtml/", "admin/payments.xhtml/", "admin/", "admin/nothing/", "admin/audit.xhtml/x"
            })
    void takesAFormThatItDoesNotKnowForAnOldOneWhereverItIsSent(String page) throws Exception {
        HttpClient viewer = person("viewer", "198.51.102.12");
        HttpResponse<String> form = viewer.send(
                to(page, "198.51.102.12")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("jakarta.faces.ViewState=1%3A2&q=a"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(form.statusCode()).isIn(303, 404);
    }

    @Test
    void refusesASignInFromAPageThatHidesItsOrigin() {
        HttpRequest hidden = HttpRequest.newBuilder(signIn("admin", "198.51.102.9"), (name, value) -> true)
                .header("Origin", "null")
                .build();

        assertThat(send(hidden).statusCode()).isEqualTo(403);
        assertThat(send(get("password", "198.51.102.9")).headers().firstValue("Cache-Control"))
                .contains("no-store, private");
    }

    @Test
    void endsTheHeadOfAStream() {
        HttpResponse<String> head = send(to("pay/" + token() + "/events", "198.51.102.10")
                .timeout(Duration.ofSeconds(10))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    private HttpClient person(String name, String address) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(client.send(signIn(name, address), BodyHandlers.discarding()).statusCode())
                .isEqualTo(303);
        return client;
    }

    private HttpRequest signIn(String name, String address) {
        String form = "name=" + name + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        return to("login", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private String token() {
        String page = api.pay("O-" + UUID.randomUUID(), "alipay_cn").text("checkoutUrl");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> webhook(String address) {
        return send(to("webhooks/omise/shop", address)
                .header("Omise-Signature", "00")
                .header("Omise-Signature-Timestamp", "1")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"object\":\"event\",\"id\":\"evnt_test_1\",\"key\":\"charge.complete\"}"))
                .build());
    }

    private HttpRequest get(String path, String address) {
        return to(path, address).GET().build();
    }

    /** @param address of the client, as the proxy in front tells it */
    private HttpRequest.Builder to(String path, String address) {
        return HttpRequest.newBuilder(server.resolve(path)).header("X-Forwarded-For", address);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The plugin does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
