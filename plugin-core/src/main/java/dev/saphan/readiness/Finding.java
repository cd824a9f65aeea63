/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import java.util.List;

/**
 * What a check found.
 *
 * @param code which of the check's findings it is; its texts are found by it
 * @param facts what the sentence about it names: texts, numbers, points in time
 */
public record Finding(Verdict verdict, String code, List<Object> facts) {

    static Finding passed(String code, Object... facts) {
        return new Finding(Verdict.PASSED, code, List.of(facts));
    }

    static Finding warning(String code, Object... facts) {
        return new Finding(Verdict.WARNING, code, List.of(facts));
    }

    static Finding failed(String code, Object... facts) {
        return new Finding(Verdict.FAILED, code, List.of(facts));
    }

    static Finding unknown(String code, Object... facts) {
        return new Finding(Verdict.UNKNOWN, code, List.of(facts));
    }
}
