/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.outgoing.AddressRefused;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.user.PersonElsewhere;
import dev.saphan.web.testing.SomeDeployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flow against a provider that really signs, once rightly and once in each way that must not be believed. */
class OpenIdFlowTest {

    private static final String CLIENT = "saphan";
    private static final String VERIFIER = new CodeVerifier().getValue();

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    @Test
    void tellsWhomTheProviderVouchesFor() throws Exception {
        says("default", CLIENT, 60);
        OpenIdProvider provider = providerCalled("default");
        PendingSignIn pending = pending("n-1");

        PersonElsewhere person = flow().answered(provider, pending, answer(provider, pending));

        assertThat(person).isEqualTo(new PersonElsewhere(provider.issuer(), "4711", "nok", Set.of("till")));
    }

    @Test
    void asksWithAChallengeAndForNothingMoreThanItNeeds() throws Exception {
        String there =
                flow().wayThere(providerCalled("default"), pending("n-1")).toString();

        assertThat(there)
                .contains("response_type=code", "code_challenge_method=S256", "state=s-1", "nonce=n-1")
                .contains("scope=openid+profile")
                .doesNotContain("sample-secret");
    }

    @Test
    void asksNoProviderInAPrivateNetworkUnlessItMay() {
        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() -> flow(false).wayThere(providerCalled("default"), pending("n-1")))
                .withCauseInstanceOf(AddressRefused.class);
    }

    @Test
    void refusesATokenForSomebodyElse() throws Exception {
        says("default", "another-client", 60);

        refused(NotVouchedFor.Reason.UNTRUSTED, pending("n-1"), pending("n-1"));
    }

    @Test
    void refusesATokenThatIsOver() throws Exception {
        says("default", CLIENT, -3600);

        refused(NotVouchedFor.Reason.UNTRUSTED, pending("n-1"), pending("n-1"));
    }

    @Test
    void refusesATokenThatWasMadeForAnotherSignIn() throws Exception {
        says("default", CLIENT, 60);

        refused(NotVouchedFor.Reason.UNTRUSTED, pending("n-1"), pending("n-2"));
    }

    @Test
    void refusesACodeThatSomebodyElseAskedFor() throws Exception {
        says("default", CLIENT, 60);
        PendingSignIn other = new PendingSignIn("s-1", "n-1", new CodeVerifier().getValue(), "");

        refused(NotVouchedFor.Reason.UNTRUSTED, pending("n-1"), other);
    }

    @Test
    void refusesTheAnswerOfAnotherProvider() throws Exception {
        says("default", CLIENT, 60);
        OpenIdProvider provider = providerCalled("default");
        String answer = answer(provider, pending("n-1"));

        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() ->
                        flow().answered(provider, pending("n-1"), answer + "&iss=https%3A%2F%2Felsewhere.example"))
                .extracting(NotVouchedFor::reason)
                .isEqualTo(NotVouchedFor.Reason.UNTRUSTED);
    }

    @Test
    void saysThatSomebodyChangedTheirMind() {
        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() ->
                        flow().answered(providerCalled("default"), pending("n-1"), "error=access_denied&state=s-1"))
                .extracting(NotVouchedFor::reason)
                .isEqualTo(NotVouchedFor.Reason.DENIED);
    }

    @Test
    void saysThatTheProviderIsAway() {
        OpenIdProvider provider = providerCalled("default");
        server.shutdown();

        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() -> flow().wayThere(provider, pending("n-1")))
                .extracting(NotVouchedFor::reason)
                .isEqualTo(NotVouchedFor.Reason.AWAY);
    }

    @Test
    void doesNotAskAgainAtOnceWhereNobodyAnswered() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        broken.start();
        OpenIdFlow flow = flow();
        OpenIdProvider provider =
                provider("http://localhost:" + broken.getAddress().getPort());

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(NotVouchedFor.class)
                    .isThrownBy(() -> flow.wayThere(provider, pending("n-1")))
                    .extracting(NotVouchedFor::reason)
                    .isEqualTo(NotVouchedFor.Reason.AWAY);
        }
        broken.stop(0);

        assertThat(asked).hasValue(1);
    }

    @Test
    void keepsNobodyWaitingBehindAnotherWhoAsksAProviderThatHangs() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        HttpServer hanging = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hanging.createContext("/", exchange -> {
            asked.countDown();
            await(goOn);
            exchange.close();
        });
        hanging.start();
        OpenIdFlow flow = flow();
        OpenIdProvider provider =
                provider("http://localhost:" + hanging.getAddress().getPort());
        Thread first = new Thread(() -> assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() -> flow.wayThere(provider, pending("n-1"))));
        first.start();
        await(asked);

        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() -> flow.wayThere(provider, pending("n-2")))
                .withMessageContaining("not answered yet");
        assertThat(first.isAlive()).as("the first still asks").isTrue();

        goOn.countDown();
        first.join();
        hanging.stop(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refused(NotVouchedFor.Reason reason, PendingSignIn asked, PendingSignIn redeemed) throws Exception {
        OpenIdProvider provider = providerCalled("default");
        String answer = answer(provider, asked);

        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(() -> flow().answered(provider, redeemed, answer))
                .extracting(NotVouchedFor::reason)
                .isEqualTo(reason);
    }

    private void says(String issuer, String audience, long seconds) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                issuer,
                "4711",
                "JWT",
                List.of(audience),
                Map.of("preferred_username", "nok", "groups", List.of("till"), "aud", audience),
                seconds));
    }

    /** What the browser brings back. */
    private String answer(OpenIdProvider provider, PendingSignIn pending) throws Exception {
        HttpRequest there =
                HttpRequest.newBuilder(flow().wayThere(provider, pending)).GET().build();
        String location = browser.send(there, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URI.create(location).getRawQuery();
    }

    private static PendingSignIn pending(String nonce) {
        return new PendingSignIn("s-1", nonce, VERIFIER, "");
    }

    private OpenIdProvider providerCalled(String name) {
        return provider(server.issuerUrl(name).toString());
    }

    static OpenIdProvider provider(String issuer) {
        return new OpenIdProvider(
                issuer,
                CLIENT,
                Optional.of(new dev.saphan.secret.Secret("sample-secret")),
                List.of("openid", "profile"),
                "preferred_username",
                Optional.of("groups"),
                Map.of(),
                "the company",
                false);
    }

    static OpenIdFlow flow() {
        return flow(true);
    }

    private static OpenIdFlow flow(boolean privateToo) {
        Deployment deployment = privateToo ? SomeDeployment.callingPrivateAddresses() : SomeDeployment.usual();
        ProviderCalls calls = new ProviderCalls(OutgoingCalls.of(deployment), deployment);
        return new OpenIdFlow(deployment, new ProviderDirectory(calls, Clock.systemUTC()), calls);
    }
}
