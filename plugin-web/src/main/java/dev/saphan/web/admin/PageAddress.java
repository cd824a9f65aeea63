/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The address of a back-office page with what it shows, relative to the other pages. */
public final class PageAddress {

    private static final List<String> KEPT = List.of(
            "id",
            "store",
            "mode",
            "q",
            "status",
            "method",
            "channel",
            "currency",
            "min",
            "max",
            "dates",
            "period",
            "from",
            "to",
            "before",
            "after",
            "name",
            "actor",
            "act",
            "subject",
            "until",
            "run",
            "first",
            "last",
            "box",
            "kind",
            "batch",
            "side",
            "attempt",
            "day",
            "begin",
            "end",
            "check");

    private final String page;
    private final Map<String, String> parameters;

    private PageAddress(String page, Map<String, String> parameters) {
        this.page = page;
        this.parameters = parameters;
    }

    public static PageAddress of(String page) {
        return new PageAddress(page, Map.of());
    }

    /** The page that was asked for. */
    static PageAddress of(HttpServletRequest request) {
        PageAddress address = of(pageOf(request) + ".xhtml");
        for (String name : KEPT) {
            address = address.with(name, request.getParameter(name));
        }
        return address;
    }

    /** The name of the page that was asked for, such as {@code payments}. */
    static String pageOf(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.substring(path.lastIndexOf('/') + 1).replace(".xhtml", "");
    }

    /** Leaves the parameter out if there is no value. */
    public PageAddress with(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new PageAddress(page, more);
    }

    /** What stands behind the question mark; empty where there are no parameters. */
    public String query() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return parameters.isEmpty() ? page : page + "?" + query();
    }
}
