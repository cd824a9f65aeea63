/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.secret.Secret;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a vector computed by another implementation. */
class OmiseWebhooksTest {

    private static final String CURRENT = "cGF5YXJhLW9taXNlLWRlbW8td2ViaG9vay1rZXktMDE=";
    private static final String PREVIOUS = "cGF5YXJhLW9taXNlLWRlbW8td2ViaG9vay1rZXktMDA=";
    private static final String TIMESTAMP = "1767225600";
    private static final byte[] BODY =
            "{\"object\":\"event\",\"id\":\"evnt_test_demo0001\",\"key\":\"charge.complete\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String SIGNED = "991194c09720123f368e51346a2875d6ea2c38512ac373dcba8a296b34382986";
    private static final String SIGNED_BEFORE = "f98e79bc5aecfd90e30627bfc80931f086a1fc954ea2dfdbf2f97b9dec955435";
    private static final String SIGNED_WITH_THE_TEXT =
            "9432d1c17a42e4c946535efad9f272858b07d27b978982f073a7a7a65ab73451";

    private final OmiseWebhooks webhooks =
            new OmiseWebhooks(Clock.fixed(Instant.ofEpochSecond(1767225600 + 299), ZoneOffset.UTC));

    @Test
    void acceptsASignatureOfTheCurrentSecret() {
        assertThat(webhooks.verify(account(CURRENT), SIGNED, TIMESTAMP, BODY)).isEqualTo(Verdict.GENUINE);
    }

    @Test
    void acceptsEitherSignatureWhileTheSecretIsRolled() {
        String both = SIGNED_BEFORE + ", " + SIGNED;

        assertThat(webhooks.verify(account(CURRENT), both, TIMESTAMP, BODY)).isEqualTo(Verdict.GENUINE);
        assertThat(webhooks.verify(account(PREVIOUS), both, TIMESTAMP, BODY)).isEqualTo(Verdict.GENUINE);
        assertThat(webhooks.verify(account(CURRENT, PREVIOUS), SIGNED_BEFORE, TIMESTAMP, BODY))
                .isEqualTo(Verdict.GENUINE);
    }

    @Test
    void refusesASignatureMadeWithTheSecretAsText() {
        assertThat(webhooks.verify(account(CURRENT), SIGNED_WITH_THE_TEXT, TIMESTAMP, BODY))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void refusesAnotherBodyATimeLongAgoAndAMissingSignature() {
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(webhooks.verify(account(CURRENT), SIGNED, TIMESTAMP, other)).isEqualTo(Verdict.FORGED);
        assertThat(webhooks.verify(account(CURRENT), SIGNED, "1767225000", BODY))
                .isEqualTo(Verdict.FORGED);
        assertThat(webhooks.verify(account(CURRENT), SIGNED, "soon", BODY)).isEqualTo(Verdict.FORGED);
        assertThat(webhooks.verify(account(CURRENT), null, TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(webhooks.verify(account(CURRENT), "zz,", TIMESTAMP, BODY)).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"-301,FORGED", "-300,GENUINE", "0,GENUINE", "300,GENUINE", "301,FORGED"})
    void takesASignatureForFiveMinutesBeforeAndAfter(long age, Verdict verdict) {
        Clock then = Clock.fixed(Instant.ofEpochSecond(1767225600 + age), ZoneOffset.UTC);

        assertThat(new OmiseWebhooks(then).verify(account(CURRENT), SIGNED, TIMESTAMP, BODY))
                .isEqualTo(verdict);
    }

    @Test
    void looksAtAFewSignaturesOnly() {
        assertThat(webhooks.verify(account(CURRENT), "aa,bb,cc," + SIGNED, TIMESTAMP, BODY))
                .isEqualTo(Verdict.GENUINE);
        assertThat(webhooks.verify(account(CURRENT), "aa,bb,cc,dd," + SIGNED, TIMESTAMP, BODY))
                .isEqualTo(Verdict.FORGED);
        assertThat(webhooks.verify(account(CURRENT), SIGNED, null, BODY)).isEqualTo(Verdict.FORGED);
    }

    @Test
    void saysWhenAnEventWasMade() {
        assertThat(webhooks.madeAt("{\"object\":\"event\",\"created_at\":\"2026-01-01T00:00:00Z\"}"))
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(webhooks.madeAt("{}")).isEmpty();
        assertThat(webhooks.madeAt("no json")).isEmpty();
    }

    @Test
    void saysThatNothingIsSignedWithoutASecret() {
        assertThat(webhooks.verify(account(), null, null, BODY)).isEqualTo(Verdict.UNSIGNED);
    }

    @Test
    void readsWhichChargeAnEventIsAbout() {
        var charge = webhooks.read("""
                {"object":"event","id":"evnt_test_1","livemode":false,"key":"charge.complete",
                 "data":{"object":"charge","id":"chrg_test_1","amount":1.5}}""".getBytes(StandardCharsets.UTF_8));
        var refund = webhooks.read("""
                {"object":"event","id":"evnt_test_2","livemode":false,"key":"refund.create",
                 "data":{"object":"refund","id":"rfnd_test_1","charge":"chrg_test_2"}}""".getBytes(StandardCharsets.UTF_8));

        assertThat(charge.orElseThrow().chargeId()).contains("chrg_test_1");
        assertThat(refund.orElseThrow().chargeId()).contains("chrg_test_2");
        assertThat(webhooks.read("[]".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(webhooks.read("no json".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static OmiseAccount account(String... secrets) {
        return new OmiseAccount(
                new StoreId("shop"),
                Mode.TEST,
                new Secret("skey_test_1"),
                Optional.empty(),
                Stream.of(secrets).map(Secret::new).toList());
    }
}
