/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.method;

import dev.saphan.language.Texts;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Why a method cannot be used for a cart. */
public record Reason(ErrorCode code, String field, List<Object> arguments) {

    private static final Texts TEXTS = new Texts("dev.saphan.problem.problems", Problem.class.getClassLoader());

    static Reason of(ErrorCode code, String field, Object... arguments) {
        return new Reason(code, field, List.of(arguments));
    }

    public Problem problem() {
        return Problem.inField(code, field, arguments.toArray());
    }

    /** A sentence for the shopper. */
    public String message(Locale locale) {
        Object[] all = new Object[arguments.size() + 1];
        all[0] = field;
        for (int i = 0; i < arguments.size(); i++) {
            all[i + 1] = arguments.get(i);
        }
        return TEXTS.get(locale, code.code(), all);
    }
}
