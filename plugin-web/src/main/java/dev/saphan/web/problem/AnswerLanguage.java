/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.problem;

import dev.saphan.language.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language in which a request is answered: what it says itself, else that of the payment it is about, else what its
 * header prefers.
 */
@RequestScoped
public class AnswerLanguage {

    private @Nullable Locale said;
    private @Nullable Locale ofPayment;

    public void said(Optional<Locale> language) {
        said = language.orElse(null);
    }

    public void ofPayment(Locale language) {
        ofPayment = language;
    }

    public Locale with(HttpHeaders headers) {
        return Optional.ofNullable(said)
                .or(() -> Optional.ofNullable(ofPayment))
                .map(Locale::toLanguageTag)
                .flatMap(Languages::match)
                .or(() -> Languages.fromHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElse(Languages.ENGLISH);
    }
}
