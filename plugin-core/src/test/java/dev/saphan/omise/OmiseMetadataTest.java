/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a charge is, and whether anybody can tell. */
class OmiseMetadataTest {

    private static final boolean READ = true;
    private static final boolean UNREAD = false;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'metadata':{'saphan_attempt':'att_ours'}}",
                "{'metadata':{'saphan_attempt':7}}",
                "{'metadata':{'saphan_attempt':'att ours'}}",
                "{'metadata':'down'}",
                "{'metadata':['att_ours']}",
                "7"
            })
    void aChargeMayBeOursUnlessItSurelyIsNot(String charge) {
        assertThat(mayBeOurs(charge, READ)).isTrue();
        assertThat(mayBeOurs(charge, UNREAD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'metadata':{'saphan_attempt':'att_other'}}",
                "{'metadata':{'saphan_attempt':null}}",
                "{'metadata':{'order':'1'}}",
                "{'metadata':{}}",
                "{'metadata':[]}"
            })
    void aChargeThatNamesAnotherOrNobodyIsNotOurs(String charge) {
        assertThat(mayBeOurs(charge, READ)).isFalse();
        assertThat(mayBeOurs(charge, UNREAD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'metadata':null}"})
    void aChargeWithoutMetadataIsNotOursWhereTheRestOfItCouldBeRead(String charge) {
        assertThat(mayBeOurs(charge, READ)).isFalse();
        assertThat(mayBeOurs(charge, UNREAD)).isTrue();
    }

    @Test
    void anEmptyListIsHowSomeAccountsWriteNoMetadata() {
        try (LogLines log = LogLines.ofOmise()) {
            OmiseObject parcel = OmiseObject.parse("parcel", "{\"metadata\":[]}");

            assertThat(OmiseMetadata.id(parcel, "saphan_refund")).isEmpty();
            assertThat(log.lines()).as("nothing odd").isEmpty();
        }
    }

    @Test
    void anIdIsTheOneUnderItsName() {
        OmiseObject refund = OmiseObject.parse("refund", "{\"metadata\":{\"saphan_refund\":\"ref_1\"}}");

        assertThat(OmiseMetadata.id(refund, "saphan_refund")).contains("ref_1");
        assertThat(OmiseMetadata.id(refund, "saphan_attempt")).isEmpty();
    }

    private static boolean mayBeOurs(String charge, boolean isRead) {
        return OmiseMetadata.mayName(json(charge), "att_ours", isRead);
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }
}
