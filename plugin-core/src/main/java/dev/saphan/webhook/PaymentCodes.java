/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import dev.saphan.redaction.Redactor;
import java.util.regex.Pattern;

/** The codes that shoppers show at a counter. Omise's events repeat them; here they are kept nowhere. */
final class PaymentCodes {

    private static final Pattern CODE =
            Pattern.compile("(\"barcode\"\\s*+:\\s*+)(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[0-9]++)");

    private PaymentCodes() {}

    static String removedFrom(String json) {
        return CODE.matcher(json).replaceAll("$1\"" + Redactor.REMOVED + "\"");
    }
}
