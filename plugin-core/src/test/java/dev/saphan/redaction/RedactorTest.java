/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks at a message sees no secret and no shopper. */
class RedactorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | Somchai Jaidee",
                "email | somchai@example.com",
                "phone_number | +66812345678",
                "mobileNumber | 0812345678",
                "ip | 203.0.113.7",
                "barcode | 28763548372635441",
                "webhook_secret | c2FwaGFu",
                "Omise-Signature | abcdef",
                "page_token | t-o-k-e-n",
                "apiKey | 1234",
                "secret_key | abc",
                "Authorization | Basic c2tleQ==",
                "national_id | 1100700000000"
            })
    void removesWhatAFieldsNameGivesAway(String field, String value) {
        assertThat(redacted("{\"" + field + "\": \"" + value + "\"}"))
                .contains(field, Redactor.REMOVED)
                .doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "skey_test_5xuy4w91xqz7d1w9u0t",
                "pkey_5xuy4w91xqz7d1w9u0t",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "tokn_test_5086xl7c9k5rnx35qba",
                "shopper@example.com",
                "203.0.113.7",
                "2001:db8:0:0:0:0:0:7",
                "+66 81 234 5678",
                "0812345678",
                "Bearer abc.def.ghi",
                "saphan_live_Yx7Q2k-9",
                "k7mn-p2qr-stuv-wxyz-3456",
                "YTmrDe5Yw717bk1xQ4USQgvqCMkO2YND5WyfUZeeRPU",
                "bm90LW91ci13ZWJob29rLXNlY3JldC1idXQtb25lLW1vcmU=",
                "287635483726354412",
                "4242 4242 4242 4242",
                "5555-5555-5555-4444",
                "378282246310005"
            })
    void removesWhatLooksLikeOneInAnyText(String value) {
        assertThat(redacted("{\"description\": \"paid by " + value + " today\"}"))
                .contains("paid by", "today")
                .doesNotContain(value);
        assertThat(Redactor.redactText("no answer to " + value + " yet")).doesNotContain(value);
    }

    @Test
    void leavesOfAnAddressItsHost() {
        assertThat(redacted("{\"authorize_uri\": \"https://pay.omise.co/payments/pay2_test_1/authorize?acs=false\"}"))
                .contains("https://pay.omise.co/")
                .doesNotContain("pay2_test_1", "acs");
        assertThat(redacted("{\"checkoutUrl\": \"http://localhost:8080/payments/pay/s3cr3t\"}"))
                .contains("http://localhost:8080/")
                .doesNotContain("s3cr3t");
        assertThat(redacted("{\"url\": \"https://user:pass@host.example/\"}")).doesNotContain("user", "pass");
    }

    @Test
    void removesWholeObjectsAndListsOfPersonalData() {
        assertThat(redacted(
                        "{\"shipping\": {\"street1\": \"1 Silom\", \"city\": \"Bangkok\"}, \"card\": {\"last\": 1}}"))
                .doesNotContain("Silom", "Bangkok", "last");
    }

    @Test
    void looksIntoJsonThatIsAText() {
        assertThat(redacted("{\"payload\": \"{\\\"name\\\": \\\"Somchai\\\", \\\"id\\\": \\\"evnt_1\\\"}\"}"))
                .contains("evnt_1")
                .doesNotContain("Somchai");
    }

    @Test
    void leavesTheRestAsItIs() {
        String shown = redacted("""
                {"object": "event", "key": "charge.complete", "livemode": false, "name": null,
                 "created_at": "2026-03-02T05:00:00Z", "data": {"id": "chrg_test_5xuy4w91xqz7d1w9u0t",
                 "amount": 150000, "currency": "THB", "status": "successful", "location": "/charges/chrg_1",
                 "metadata": {"saphan_attempt": "att_01hq", "order_reference": "O-0812345678",
                  "invoice": "12345678901234", "time": "1763836800000"}}}
                """);

        assertThat(shown)
                .contains(
                        "charge.complete",
                        "2026-03-02T05:00:00Z",
                        "chrg_test_5xuy4w91xqz7d1w9u0t",
                        "150000",
                        "successful",
                        "/charges/chrg_1",
                        "att_01hq",
                        "O-0812345678",
                        "12345678901234",
                        "1763836800000",
                        "\"name\": null")
                .doesNotContain(Redactor.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello skey_test_1", "{\"a\":", "\"text\""})
    void showsNothingOfWhatIsNoMessage(String text) {
        assertThat(Redactor.redact(text)).isEmpty();
    }

    private static String redacted(String json) {
        return Redactor.redact(json).orElseThrow();
    }
}
