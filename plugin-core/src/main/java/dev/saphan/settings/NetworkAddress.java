/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of the internet protocol as text. A name is none, so nothing is ever looked up. */
public final class NetworkAddress {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 45;

    private NetworkAddress() {}

    /** Empty if it is none. An IPv4 address in IPv6 form is the IPv4 address. */
    public static Optional<InetAddress> parse(String text) {
        boolean shaped = text.length() <= LONGEST
                && (V4.matcher(text).matches() || V6.matcher(text).matches());
        if (!shaped) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
