/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.json.Wire;
import dev.saphan.language.Languages;
import dev.saphan.language.Texts;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes problems as RFC 9457 documents; the one place that does. */
public final class ProblemDocument {

    private static final Texts TEXTS = new Texts("dev.saphan.problem.problems", Problem.class.getClassLoader());
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemDocument() {}

    public static Response of(Problem problem, HttpHeaders headers) {
        return of(problem, locale(headers));
    }

    public static Response of(Problem problem, Locale locale) {
        ErrorCode code = problem.code();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title(code));
        document.put("status", code.status());
        document.put("code", code.code());
        document.put("detail", sentence(problem, locale));
        problem.field().ifPresent(field -> document.put("field", field));
        document.putAll(problem.members());
        Response.ResponseBuilder response = Response.status(code.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Wire.write(document));
        Problems.retryAfter(problem).ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, after));
        if (code == ErrorCode.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    /** What a person reads. */
    public static String sentence(Problem problem, Locale locale) {
        return TEXTS.get(locale, problem.code().code(), problem.arguments().toArray());
    }

    /** JAX-RS has no name for 422. */
    private static String title(ErrorCode code) {
        Response.@Nullable Status known = Response.Status.fromStatusCode(code.status());
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    private static Locale locale(HttpHeaders headers) {
        return Languages.fromHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse(Languages.ENGLISH);
    }
}
