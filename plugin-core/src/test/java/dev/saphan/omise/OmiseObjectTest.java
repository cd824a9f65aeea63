/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a field of Omise's may look like to be read at all. */
class OmiseObjectTest {

    @ParameterizedTest
    @ValueSource(strings = {"chrg_test_1", "A", "_", "0123456789012345678901234567890123456789012345678901234567_9"})
    void anIdIsOfLettersDigitsAndUnderscores(String id) {
        assertThat(text(id).id("field")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chrg-1",
                "chrg 1",
                "../charges",
                "chrg_1\n",
                "0123456789012345678901234567890123456789012345678901234567890"
            })
    void nothingElseIsAnId(String text) {
        assertThat(text(text).id("field")).isEmpty();
    }

    @Test
    void aWordMayHaveDotsColonsAndHyphensToo() {
        assertThat(text("charge.complete:now-1").word("field")).contains("charge.complete:now-1");
        assertThat(text("two words").word("field")).isEmpty();
    }

    @Test
    void aTextStaysOnOneLineAndEndsSomewhere() {
        assertThat(text("no\r\nmoney\u0000").text("field")).contains("no  money ");
        assertThat(text("x".repeat(500)).text("field")).contains("x".repeat(500));
        assertThat(text("x".repeat(501)).text("field")).contains("x".repeat(500));
    }

    @Test
    void anAddressIsWholeAndNotEndless() {
        String longest = "https://pay.example/" + "x".repeat(1_980);

        assertThat(text(longest).address("field")).contains(URI.create(longest));
        assertThat(text(longest + "x").address("field")).isEmpty();
        assertThat(text("/charges/1").address("field")).isEmpty();
        assertThat(text("//pay.example/1").address("field")).isEmpty();
        assertThat(text("mailto:shop@pay.example").address("field")).isEmpty();
        assertThat(text("https://pay.example/a b").address("field")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T05:00:00Z,2026-03-02T05:00:00Z",
        "2026-03-02T12:00:00+07:00,2026-03-02T05:00:00Z",
        "2000-01-01T00:00:01Z,2000-01-01T00:00:01Z",
        "2199-12-31T23:59:59Z,2199-12-31T23:59:59Z"
    })
    void aTimeHasAnOffset(String told, Instant time) {
        assertThat(text(told).time("field")).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2000-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2200-01-01T00:00:00Z", "2026-03-02T05:00:00"})
    void aTimeOfAnotherAgeOrPlaceIsNone(String told) {
        assertThat(text(told).time("field")).isEmpty();
    }

    @Test
    void aCurrencyIsOneThatMoneyIsPaidIn() {
        assertThat(text("thb").currency("field").map(String::valueOf)).contains("THB");
        assertThat(text("JPY").currency("field").map(String::valueOf)).contains("JPY");
        assertThat(text("XXX").currency("field")).as("no currency").isEmpty();
        assertThat(text("QQQ").currency("field")).as("of nobody").isEmpty();
        assertThat(text("THBA").currency("field")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.0", "70e-1"})
    void minorUnitsAreExact(String told) {
        assertThat(of(told).minorUnits("field")).contains(7L);
        assertThat(of(told).whole("field")).contains(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.5", "\"7\"", "99999999999999999999", "true", "null", "[]"})
    void nothingIsRoundedToMinorUnits(String told) {
        assertThat(of(told).minorUnits("field")).isEmpty();
        assertThat(of(told).whole("field")).isEmpty();
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(of("true").flag("field")).contains(true);
        assertThat(of("false").flag("field")).contains(false);
        assertThat(of("\"true\"").flag("field")).isEmpty();
        assertThat(of("1").flag("field")).isEmpty();
    }

    @Test
    void whatIsNullIsNotThere() {
        assertThat(of("null").has("field")).isFalse();
        assertThat(of("7").has("other")).isFalse();
        assertThat(of("7").has("field")).isTrue();
        assertThat(of("7").value("field")).contains(Json.createValue(7));
    }

    @Test
    void anObjectInsideIsNamedAfterItsField() {
        OmiseObject inner = of("{\"amount\":1}").object("field").orElseThrow();

        assertThat(inner.name()).isEqualTo("thing.field");
        assertThat(inner.json()).hasSize(1);
        assertThat(of("[]").object("field")).isEmpty();
    }

    @Test
    void whatIsNeededAndMissingIsNamed() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> of("null").needed(OmiseObject::id, "field"))
                .satisfies(unreadable -> assertThat(unreadable.what()).isEqualTo("thing.field"));
        assertThat(of("\"chrg_1\"").<String>needed(OmiseObject::id, "field")).isEqualTo("chrg_1");
    }

    @Test
    void whatIsNoObjectIsUnreadable() {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> OmiseObject.of("thing", JsonValue.TRUE));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> OmiseObject.parse("thing", "[]"));
    }

    @Test
    void notesOnceWhichFieldIsOddAndNotWhatStandsInIt() {
        String field = "name" + System.nanoTime(); // nobody has met it before
        try (LogLines log = LogLines.ofOmise()) {
            for (int time = 0; time < 3; time++) {
                OmiseObject odd = OmiseObject.parse("person", "{\"%s\": [\"Somchai\"]}".formatted(field));
                assertThat(odd.text(field)).isEmpty();
            }

            assertThat(log.lines()).singleElement().asString().contains(field).doesNotContain("Somchai");
        }
    }

    @Test
    void blankIsAbsentAndNotOdd() {
        try (LogLines log = LogLines.ofOmise()) {
            OmiseObject blank = OmiseObject.parse("person", "{\"blank\": \"  \", \"none\": null}");

            assertThat(blank.text("blank")).isEqualTo(Optional.empty());
            assertThat(blank.text("none")).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void saysHowManyEntriesOfAListWereLeftOut() {
        try (LogLines log = LogLines.ofOmise()) {
            var list = OmiseList.parse(
                    "parcel",
                    "{\"total\": 40, \"data\": [{\"id\":\"a\"}, 7, {}]}",
                    parcel -> parcel.<String>needed(OmiseObject::id, "id"));

            assertThat(list.read()).containsExactly("a");
            assertThat(list.unread()).containsExactly(Json.createValue(7), JsonValue.EMPTY_JSON_OBJECT);
            assertThat(list.told()).isEqualTo(3);
            assertThat(list.listed().total()).isEqualTo(40);
            assertThat(list.listed().skipped()).isEqualTo(2);
            assertThat(log.lines()).last().asString().startsWith("2 entries").contains("parcel");
        }
    }

    @Test
    void saysNothingOfAListThatCouldBeRead() {
        try (LogLines log = LogLines.ofOmise()) {
            var list = OmiseList.parse("parcel", "{\"data\": [{}, {}]}", OmiseObject::json);

            assertThat(list.total()).isEqualTo(2);
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":{}}"})
    void whatHasNoEntriesIsNoList(String body) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> OmiseList.parse("parcel", body, OmiseObject::json))
                .satisfies(unreadable -> assertThat(unreadable.what()).isEqualTo("list.data"));
    }

    private static OmiseObject text(String text) {
        return of(Json.createValue(text).toString());
    }

    private static OmiseObject of(String json) {
        return OmiseObject.parse("thing", "{\"field\":%s}".formatted(json));
    }
}
