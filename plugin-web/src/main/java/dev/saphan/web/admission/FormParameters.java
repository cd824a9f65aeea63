/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of an address and of a form, those of the address first, as a container would read them. */
final class FormParameters {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST = 2_000;

    private FormParameters() {}

    static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /** Whether every field of a form can be told: none is written in a way that nobody reads, and there are not too many. */
    static boolean areLegible(String form) {
        return WellFormed.isAddress(form)
                && form.chars().filter(character -> character == '&').count() < MOST;
    }

    /** Pairs that cannot be decoded are left out. */
    static Map<String, String[]> of(@Nullable String query, String form, Charset charset) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        read(query == null ? "" : query, charset, all);
        read(form, charset, all);
        Map<String, String[]> parameters = new LinkedHashMap<>();
        all.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    private static Optional<String> decoded(String text, Charset charset) {
        try {
            return Optional.of(URLDecoder.decode(text, charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void read(String all, Charset charset, Map<String, List<String>> into) {
        if (all.isEmpty()) {
            return;
        }
        String[] pairs = all.split("&", MOST + 1);
        for (int i = 0; i < Math.min(pairs.length, MOST); i++) {
            int equals = pairs[i].indexOf('=');
            String name = equals < 0 ? pairs[i] : pairs[i].substring(0, equals);
            String value = equals < 0 ? "" : pairs[i].substring(equals + 1);
            decoded(name, charset)
                    .ifPresent(key -> decoded(value, charset)
                            .ifPresent(text -> into.computeIfAbsent(key, first -> new ArrayList<>())
                                    .add(text)));
        }
    }
}
