/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.regex.Pattern;

/**
 * A shopper's payment code as a scanner read it: 10 to 32 digits. Omise states no exact rule, so this one is wide on
 * purpose. It is worth money for about a minute: it is sent once and printed as a mask.
 */
public record Barcode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10,32}");

    /** Spaces, which some scanners and people put in, are taken out. */
    public static Barcode scanned(String read) {
        String digits = read.replaceAll("[\\s\\u00a0-]", "");
        if (!FORM.matcher(digits).matches()) {
            throw Problem.inField(ErrorCode.MALFORMED_BARCODE, "barcode");
        }
        return new Barcode(digits);
    }

    @Override
    public String toString() {
        return "••••" + digits.substring(digits.length() - 4);
    }
}
