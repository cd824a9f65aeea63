/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.method.Channel;
import dev.saphan.method.Flow;
import dev.saphan.method.MethodDescriptor;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.method.RefundRules;
import dev.saphan.settings.MethodSettings;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.testing.OneStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when Omise answers well, badly, wrongly or not at all. */
class OmiseChecksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T05:00:00Z");

    private final AskedOmise omise = new AskedOmise();
    private Store store = new OneStore().store();

    @Test
    void keysOfTheRightAccountPass() {
        assertThat(keys()).isEqualTo(Finding.passed("match", "account_test_1", "TH"));
    }

    @Test
    void keysOfTheOtherModeFailWhateverTheyLookLike() {
        omise.account(true, "TH", "");

        assertThat(keys()).isEqualTo(Finding.failed("mode", "account_1"));
    }

    @Test
    void keysOfAnAccountElsewhereFail() {
        omise.account(false, "SG", "");

        assertThat(keys()).isEqualTo(Finding.failed("country", "SG", "TH"));
    }

    @Test
    void aPublicKeyOfTheOtherModeFails() {
        OmiseAccount account = store.account(Mode.TEST);
        store = with(new OmiseAccount(
                account.store(),
                Mode.TEST,
                account.secretKey(),
                Optional.of("pkey_5xuy4w91xqz7d1w9u0t"),
                account.webhookSecrets()));

        assertThat(keys().code()).isEqualTo("public_key");
    }

    @Test
    void withoutKeysNothingElseMatters() {
        assertThat(new KeysCheck(omise).look(new Subject(store, Mode.LIVE))).isEqualTo(Finding.failed("none"));
    }

    @Test
    void refusedKeysFailAndAnOmiseThatIsAwayIsNotTheirFault() {
        omise.account = new Answer.Denied<>("401 authentication_failure");
        assertThat(keys()).isEqualTo(Finding.failed("refused", "401 authentication_failure"));
        omise.account = new Answer.NotSent<>("no connection");
        assertThat(keys()).isEqualTo(Finding.unknown("not_reached", "no connection"));
        omise.account = new Answer.Unknown<>("status 500");
        assertThat(keys()).isEqualTo(Finding.unknown("no_answer", "status 500"));
    }

    @Test
    void methodsThatTheAccountLacksAreNamed() {
        omise.takes("one", "two", "card");
        assertThat(capability()).isEqualTo(Finding.passed("all", "one, two"));
        omise.takes("one");
        assertThat(capability()).isEqualTo(Finding.warning("missing", "two"));
        omise.takes("card");
        assertThat(capability()).isEqualTo(Finding.failed("none_on_account"));
        omise.capability = new Answer.Unknown<>("status 200 without JSON");
        assertThat(capability().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aStoreThatOffersNothingFails() {
        store = new OneStore(Map.of("one", MethodSettings.OFF, "two", MethodSettings.OFF)).store();

        assertThat(capability()).isEqualTo(Finding.failed("none_offered"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PASSED, agrees",
        "20, PASSED, agrees",
        "-20, PASSED, agrees",
        "25, WARNING, ahead",
        "-25, WARNING, behind",
        "200, FAILED, ahead",
        "-200, FAILED, behind"
    })
    void aClockThatIsWrongIsSeenEitherWay(long secondsAhead, Verdict verdict, String code) {
        omise.time = new Answer.Ok<>(NOW.minusSeconds(secondsAhead));

        Finding finding = clock();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.code()).isEqualTo(code);
    }

    @Test
    void withoutADateTheClockIsNotKnown() {
        omise.time = new Answer.Unknown<>("an answer that cannot be read");

        assertThat(clock().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private Finding keys() {
        return new KeysCheck(omise).look(subject());
    }

    private Finding capability() {
        return new CapabilityCheck(omise, new Methods(List.of(method("one"), method("two")))).look(subject());
    }

    private static PaymentMethod method(String code) {
        MethodDescriptor descriptor = new MethodDescriptor(
                code,
                Flow.QR,
                Set.of(Channel.ONLINE),
                Set.of("TH"),
                List.of(),
                Duration.ofHours(12),
                Optional.empty(),
                Optional.empty(),
                new RefundRules(Duration.ofDays(30), true));
        return new PaymentMethod() {
            @Override
            public MethodDescriptor descriptor() {
                return descriptor;
            }

            @Override
            public String label(Locale locale) {
                return code;
            }
        };
    }

    private Finding clock() {
        return new ClockCheck(omise, Clock.fixed(NOW.plus(Duration.ofMillis(500)), ZoneOffset.UTC)).look(subject());
    }

    private Subject subject() {
        return new Subject(store, Mode.TEST);
    }

    private Store with(OmiseAccount account) {
        Map<Mode, OmiseAccount> accounts = new LinkedHashMap<>(store.accounts());
        accounts.put(account.mode(), account);
        return new Store(
                store.id(),
                store.name(),
                store.country(),
                store.timeZone(),
                accounts,
                store.apiKeyHashes(),
                store.orderPort(),
                store.orderPortInProcess(),
                store.returnOrigins(),
                store.methods(),
                store.latePaymentPolicy(),
                store.duplicatePaymentPolicy(),
                store.webhookSignatureRequired(),
                store.paymentLife(),
                store.alerts(),
                store.refundLimits());
    }
}
