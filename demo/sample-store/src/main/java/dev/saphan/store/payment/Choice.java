/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.payment;

import dev.saphan.store.visitor.Language;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a shopper wants to pay. No method means: choose on the payment page. */
public record Choice(Optional<String> method, String channel, Language language, String platform) {

    private static final Pattern FORM_VALUE = Pattern.compile("(online|counter):([a-z0-9_]{0,60})");

    /** Reads {@code channel:method} of the checkout form; anything else leaves the choice to the payment page. */
    public static Choice of(@Nullable String formValue, Language language, @Nullable String userAgent) {
        Matcher matcher = FORM_VALUE.matcher(formValue == null ? "" : formValue);
        String platform = platform(userAgent == null ? "" : userAgent);
        if (!matcher.matches()) {
            return new Choice(Optional.empty(), "online", language, platform);
        }
        Optional<String> method = Optional.of(matcher.group(2)).filter(code -> !code.isEmpty());
        return new Choice(method, matcher.group(1), language, platform);
    }

    private static String platform(String userAgent) {
        if (userAgent.contains("Android")) {
            return "ANDROID";
        }
        return userAgent.contains("iPhone") || userAgent.contains("iPad") ? "IOS" : "WEB";
    }
}
