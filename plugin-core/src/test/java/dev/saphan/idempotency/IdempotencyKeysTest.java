/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.testing.RowsInMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyKeysTest {

    private static final StoreId SHOP = new StoreId("shop");
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    private final RowsInMemory rows = new RowsInMemory();
    private final IdempotencyKeys keys = at(NOON);

    @Test
    void knowNothingOfAKeyThatIsNew() {
        assertThat(keys.earlier(key("k-1", "a"))).isEmpty();
        assertThat(keys.resourceOf(SHOP, Mode.TEST, "k-1")).isEmpty();
    }

    @Test
    void leadToWhatTheFirstUseMade() {
        keys.use(key("k-1", "a"), "pay_1", true);

        assertThat(keys.earlier(key("k-1", "a"))).contains("pay_1");
        assertThat(keys.resourceOf(SHOP, Mode.TEST, "k-1")).contains("pay_1");
        assertThat(keys.resourceOf(SHOP, Mode.LIVE, "k-1")).isEmpty();
    }

    @Test
    void areTakenAtOnceSoThatTheSecondOfTwoLearnsItBeforeItDoesAnything() {
        keys.use(key("k-1", "a"), "pay_1", false);

        assertThat(rows.isWritten()).isTrue();
    }

    @Test
    void refuseAKeyThatComesWithAnotherBody() {
        keys.use(key("k-1", "a"), "pay_1", true);

        assertProblem(key("k-1", "b"), ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void takeTheSameBytesForTheSameRequestWhateverTheirContentIsReckonedTo() {
        keys.use(key("k-1", "reckoned before"), "pay_1", true);

        IdempotencyKey now =
                new IdempotencyKey(SHOP, Mode.TEST, IdempotencyKey.PAYMENTS, "k-1", "reckoned now", "reckoned before");

        assertThat(keys.earlier(now)).contains("pay_1");
    }

    @Test
    void sayThatTheFirstUseIsUnderWay() {
        keys.use(key("k-1", "a"), "pay_1", false);

        assertProblem(key("k-1", "a"), ErrorCode.REQUEST_IN_PROGRESS);
        assertProblem(at(NOON.plusSeconds(59)), key("k-1", "a"), ErrorCode.REQUEST_IN_PROGRESS);
    }

    @Test
    void showWhatAFirstUseMadeThatDied() {
        keys.use(key("k-1", "a"), "pay_1", false);

        assertThat(at(NOON.plusSeconds(60)).earlier(key("k-1", "a"))).contains("pay_1");
    }

    @Test
    void showAnAnswerAsSoonAsThereIsOne() {
        keys.use(key("k-1", "a"), "pay_1", false);

        keys.answered(key("k-1", "a"));

        assertThat(keys.earlier(key("k-1", "a"))).contains("pay_1");
    }

    @Test
    void areFreeAgainWhenNothingCameOfThem() {
        keys.use(key("k-1", "a"), "pay_1", false);

        keys.release(key("k-1", "a"));
        keys.use(key("k-1", "b"), "pay_2", true);

        assertThat(keys.earlier(key("k-1", "b"))).contains("pay_2");
    }

    @Test
    void mayBeAnsweredOrGivenBackAfterTheyWereForgotten() {
        keys.answered(key("k-9", "a"));
        keys.release(key("k-9", "a"));

        assertThat(keys.earlier(key("k-9", "a"))).isEmpty();
    }

    @Test
    void areOfOneStoreModeAndOperation() {
        Set<String> rowIds = Stream.of(
                        key("k-1", "a"),
                        key("k-2", "a"),
                        new IdempotencyKey(new StoreId("other"), Mode.TEST, IdempotencyKey.PAYMENTS, "k-1", "a"),
                        new IdempotencyKey(SHOP, Mode.LIVE, IdempotencyKey.PAYMENTS, "k-1", "a"),
                        new IdempotencyKey(SHOP, Mode.TEST, "POST /refunds", "k-1", "a"))
                .map(IdempotencyKey::rowId)
                .collect(Collectors.toSet());

        assertThat(rowIds).hasSize(5);
        assertThat(key("k-1", "b").rowId()).isEqualTo(key("k-1", "a").rowId()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"abcdefghijklmnop,abcdef…", "abcdefgh,abcd…", "a,…", "abcdefghijkl,abcdef…"})
    void areShownByTheirBeginningAndNeverByMoreThanHalf(String key, String shown) {
        assertThat(key(key, "a").beginning()).isEqualTo(shown);
    }

    @Test
    void areKeptForAMonth() {
        assertThat(new KeyRetention().perishable().kept()).isEqualTo(Duration.ofDays(30));
    }

    private void assertProblem(IdempotencyKey key, ErrorCode code) {
        assertProblem(keys, key, code);
    }

    private static void assertProblem(IdempotencyKeys keys, IdempotencyKey key, ErrorCode code) {
        assertThatThrownBy(() -> keys.earlier(key))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private IdempotencyKeys at(Instant now) {
        return new IdempotencyKeys(rows.entities(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static IdempotencyKey key(String key, String content) {
        return new IdempotencyKey(SHOP, Mode.TEST, IdempotencyKey.PAYMENTS, key, content);
    }
}
