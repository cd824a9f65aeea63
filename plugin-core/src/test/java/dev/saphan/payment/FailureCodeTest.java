/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Omise's words for a charge that it did not make come to. */
class FailureCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invalid_charge | amount must be greater than or equal to 2000 (thb subunits)
            invalid_charge | amount must be less than or equal to 500000 (thb subunits)
            bad_request    | Amount must be at least 200
            invalid_charge | amount must be less than 50000
            invalid_charge | the amount exceeds the limit of this source
            invalid_amount | ''
            """)
    void anAmountOutsideOfItsLimitsIsNotAccepted(String code, String message) {
        assertThat(FailureCode.ofRefusal(code, message)).isEqualTo(FailureCode.AMOUNT_NOT_ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            invalid_charge | amount and currency must match those of the source
            invalid_charge | currency is currently not supported
            bad_request    | amount is not a number
            invalid_charge | return uri is invalid
            invalid_charge | phone_number must contain at least 10 digits
            failed_fraud_check | ''
            """)
    void anythingElseIsAPlainRefusal(String code, String message) {
        assertThat(FailureCode.ofRefusal(code, message)).isEqualTo(FailureCode.REQUEST_REFUSED);
    }
}
