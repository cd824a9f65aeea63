/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code alerts.*} of a store, or of the installation. */
final class AlertRoutingReader {

    /** What goes into a header as it is: nothing that could begin another one, nothing that needs quotes. */
    private static final Pattern MAIL_ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}+)++");

    private static final int MOST_ADDRESSES = 10;

    private final SettingsReader settings;
    private final String prefix;

    /** @param prefix that settings begin with, such as {@code saphan.store.shop.alerts.} */
    AlertRoutingReader(SettingsReader settings, String prefix) {
        this.settings = settings;
        this.prefix = prefix;
    }

    AlertRouting read() {
        Set<String> silenced = AlertRouting.KINDS.stream()
                .filter(kind -> !settings.flag(prefix + "send." + kind, true))
                .collect(Collectors.toUnmodifiableSet());
        return new AlertRouting(mail(), new OrderPortReader(settings, prefix).read(), silenced);
    }

    private List<String> mail() {
        List<String> addresses = settings.list(prefix + "mail");
        if (addresses.size() > MOST_ADDRESSES
                || !addresses.stream().allMatch(one -> MAIL_ADDRESS.matcher(one).matches())) {
            settings.reject(prefix + "mail", "must be at most 10 mail addresses, separated by commas");
        }
        return addresses;
    }
}
