/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.refund;

import dev.saphan.language.Languages;
import dev.saphan.money.Money;
import dev.saphan.problem.Problem;
import dev.saphan.refund.RefundQuote;
import dev.saphan.web.problem.ProblemDocument;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can go back, as the API shows it. */
public record RefundQuoteView(
        Money remaining,
        boolean full,
        boolean partial,
        @Nullable Instant voidLikelyUntil,
        @Nullable Instant refundableUntil,
        @Nullable Reason reason) {

    /** Why nothing can. */
    public record Reason(String code, String message) {}

    static RefundQuoteView of(RefundQuote quote, HttpHeaders headers) {
        Locale locale = Languages.fromHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse(Languages.ENGLISH);
        return new RefundQuoteView(
                quote.remaining(),
                quote.full(),
                quote.partial(),
                quote.voidLikelyUntil().orElse(null),
                quote.refundableUntil().orElse(null),
                quote.reason()
                        .map(code -> new Reason(code.code(), ProblemDocument.sentence(Problem.of(code), locale)))
                        .orElse(null));
    }
}
