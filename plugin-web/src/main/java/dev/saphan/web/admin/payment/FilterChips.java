/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The filters that are on, in words. */
@RequestScoped
public class FilterChips {

    @Inject
    Methods methods;

    @Inject
    Wording wording;

    /**
     * A filter that is on.
     *
     * @param address the list without it
     */
    public record Chip(String name, String text, String address) {}

    List<Chip> of(ListQuery query) {
        List<Chip> chips = new ArrayList<>();
        add(chips, query, query.value(ListQuery.TEXT), "search.label", ListQuery.TEXT);
        add(chips, query, word("condition.", query.value(ListQuery.STATUS)), "column.status", ListQuery.STATUS);
        add(chips, query, method(query.value(ListQuery.METHOD)), "column.method", ListQuery.METHOD);
        add(chips, query, word("channel.", query.value(ListQuery.CHANNEL)), "column.channel", ListQuery.CHANNEL);
        add(chips, query, amount(query), "column.amount", ListQuery.CURRENCY, ListQuery.LEAST, ListQuery.MOST);
        add(
                chips,
                query,
                dates(query),
                "dates." + (query.value(ListQuery.DATES).isEmpty() ? "created" : query.value(ListQuery.DATES)),
                ListQuery.DATES,
                ListQuery.PERIOD,
                ListQuery.FROM,
                ListQuery.TO);
        return chips;
    }

    private void add(List<Chip> chips, ListQuery query, String text, String name, String... parameters) {
        if (!text.isEmpty()) {
            chips.add(new Chip(
                    wording.of(name), text, query.without(parameters).address().toString()));
        }
    }

    private String word(String words, String code) {
        return code.isEmpty() ? "" : wording.of(words + code);
    }

    private String method(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse("");
    }

    private static String amount(ListQuery query) {
        String span = span(query.value(ListQuery.LEAST), query.value(ListQuery.MOST));
        return span.isEmpty() ? "" : query.value(ListQuery.CURRENCY) + " " + span;
    }

    private String dates(ListQuery query) {
        String span = span(query.value(ListQuery.FROM), query.value(ListQuery.TO));
        return span.isEmpty() ? word("period.", query.value(ListQuery.PERIOD)) : span;
    }

    private static String span(String from, String to) {
        if (from.isEmpty()) {
            return to.isEmpty() ? "" : "≤ " + to;
        }
        return to.isEmpty() ? "≥ " + from : from + " – " + to;
    }
}
