/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.client;

import dev.saphan.settings.NetworkAddress;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How proxies write the hops of a request. */
final class Hop {

    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::\\d{1,5})?|([^:\\[\\]]*):\\d{1,5}");
    private static final int MOST = 20;

    private Hop() {}

    /** Of {@code X-Forwarded-For}; the nearest ones where there are too many. */
    static List<String> list(List<String> lines) {
        List<String> all = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** Of {@code Forwarded} (RFC 7239); a hop that does not say {@code for} is an empty text. */
    static List<String> forwarded(List<String> lines) {
        return list(lines).stream().map(Hop::forOf).toList();
    }

    /** Empty if it is hidden, unknown or garbage. */
    static Optional<InetAddress> address(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
        if (!matcher.matches()) {
            return NetworkAddress.parse(hop);
        }
        return NetworkAddress.parse(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    private static String forOf(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
                .map(pair -> pair.substring("for=".length()).replace("\"", ""))
                .findFirst()
                .orElse("");
    }
}
