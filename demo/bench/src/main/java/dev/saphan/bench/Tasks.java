/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import dev.saphan.past.Past;
import dev.saphan.past.PastPayment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/** What is measured. Each round asks for other payments, so that nothing is served because it was just served. */
final class Tasks {

    /** One payment by its primary key, on the page that shows it. */
    static final String BASELINE = "one payment, by its id";

    private static final String A_LIST = "payments-table";

    private final Past past;
    private final SplittableRandom random;

    Tasks(Past past, long seed) {
        this.past = past;
        this.random = new SplittableRandom(seed);
    }

    List<Task> next() {
        PastPayment some = any(past.count());
        PastPayment deep = any(past.count() / 2);
        PastPayment other = any(past.count());
        PastPayment third = any(past.count());
        return List.of(
                new Task(BASELINE, "payment.xhtml?id=" + some.id(), some.order()),
                list("list, first page", ""),
                list("list, deep page", "&after=" + deep.id()),
                list("filter: open", "&status=open"),
                list("filter: to look at", "&status=attention"),
                list("filter: refunded", "&status=refunded"),
                list("filter: counter, WeChat", "&channel=counter&method=barcode_wechat"),
                list("filter: paid on a day", "&dates=paid&from=" + day(deep.created()) + "&to=" + day(deep.created())),
                list("filter: amount", "&min=" + baht(some) + "&max=" + baht(some)),
                list(
                        "filter: paid, big, a week",
                        "&status=paid&min=5000&from=" + day(weekBefore(other)) + "&to=" + day(other.created())),
                new Task("search: order", at("&q=" + other.order()), other.id()),
                new Task(
                        "search: beginning of an order",
                        at("&q=" + third.order().substring(0, 7)),
                        A_LIST),
                new Task("search: charge", at("&q=" + charge(third)), third.id()),
                new Task("search: payment", at("&q=" + some.id()), some.order()));
    }

    private static Task list(String name, String query) {
        return new Task(name, at(query), A_LIST);
    }

    private static String at(String query) {
        return "payments.xhtml?store=demo&mode=test" + query;
    }

    /** One of the oldest so many. */
    private PastPayment any(long oldest) {
        return past.payment(random.nextLong(oldest));
    }

    private static String charge(PastPayment payment) {
        return payment.attempts().get(0).charge();
    }

    private static String baht(PastPayment payment) {
        return String.valueOf(payment.amount() / 100);
    }

    private static Instant weekBefore(PastPayment payment) {
        return payment.created().minusSeconds(7 * 86_400L);
    }

    private static String day(Instant time) {
        return time.atZone(ZoneId.of("Asia/Bangkok")).toLocalDate().toString();
    }
}
