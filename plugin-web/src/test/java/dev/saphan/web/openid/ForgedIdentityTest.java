/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.saphan.user.PersonElsewhere;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider, or somebody between it and us, whose token is not signed by the key that the provider publishes. */
class ForgedIdentityTest {

    private static final String CLIENT = "saphan";
    private static final RSAKey PUBLISHED = rsa();
    private static final RSAKey OTHER = rsa();

    private HttpServer server;
    private String issuer;
    private volatile String said = "";
    private volatile String token = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        said = issuer;
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        "{\"issuer\":\"%2$s\",\"authorization_endpoint\":\"%1$s/authorize\",\"token_endpoint\":\"%1$s/token\",\"jwks_uri\":\"%1$s/keys\",\"response_types_supported\":[\"code\"],\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}"
                                .formatted(issuer, said)));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(PUBLISHED.toPublicJWK()).toString()));
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void believesWhatThePublishedKeySigned() throws Exception {
        token = signed(PUBLISHED);

        assertThat(signIn().subject()).isEqualTo("4711");
    }

    @Test
    void refusesWhatAnotherKeySignedUnderTheSameName() throws Exception {
        token = signed(OTHER);

        refused();
    }

    @Test
    void refusesWhatNobodySigned() {
        token = new PlainJWT(claims()).serialize();

        refused();
    }

    @Test
    void refusesWhatTheSharedSecretSignedWhereAKeyIsPublished() throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        jwt.sign(new MACSigner("sample-secret-sample-secret-sample-secret"));
        token = jwt.serialize();

        refused();
    }

    @Test
    void asksNobodyWhoSaysThatTheyAreAnotherProvider() {
        said = "https://id.example";

        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(this::signIn)
                .extracting(NotVouchedFor::reason)
                .isEqualTo(NotVouchedFor.Reason.AWAY);
    }

    @Test
    void refusesWhatWasChangedAfterItWasSigned() throws Exception {
        String[] parts = signed(PUBLISHED).split("\\.", -1);
        String other = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims("0815"))
                .getPayload()
                .toBase64URL()
                .toString();
        token = parts[0] + "." + other + "." + parts[2];

        refused();
    }

    private void refused() {
        assertThatExceptionOfType(NotVouchedFor.class)
                .isThrownBy(this::signIn)
                .extracting(NotVouchedFor::reason)
                .isEqualTo(NotVouchedFor.Reason.UNTRUSTED);
    }

    private PersonElsewhere signIn() throws NotVouchedFor {
        PendingSignIn pending = new PendingSignIn("s-1", "n-1", new CodeVerifier().getValue(), "");
        return OpenIdFlowTest.flow().answered(OpenIdFlowTest.provider(issuer), pending, "code=c-1&state=s-1");
    }

    private String signed(RSAKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(PUBLISHED.getKeyID())
                        .build(),
                claims());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private JWTClaimsSet claims() {
        return claims("4711");
    }

    private JWTClaimsSet claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(CLIENT)
                .claim("nonce", "n-1")
                .claim("preferred_username", "nok")
                .claim("groups", List.of("till"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .build();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(2048).keyID("key-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
