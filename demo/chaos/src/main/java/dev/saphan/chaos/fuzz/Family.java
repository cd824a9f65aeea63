/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Requests that are right, by what they are about. */
enum Family {
    PAYMENTS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            return switch (random.nextInt(6)) {
                case 0 -> shop.api(Draft.get(Shop.API + "/payments").query("orderReference", "FUZZ-0"));
                case 1 -> shop.api(Draft.get(Shop.API + "/payments/" + shop.payment));
                case 2 ->
                    shop.api(Draft.get(Shop.API + "/payment-methods")
                            .query("amount", "50000")
                            .query("currency", "THB")
                            .query("channel", "online")
                            .query("country", "TH")
                            .query("locale", "th"));
                case 3 -> shop.api(Draft.post(Shop.API + "/payments/" + shop.payment + "/sync"));
                default ->
                    keyed(shop, Draft.post(Shop.API + "/payments"), random).json(shop.order("alipay_cn", "online"));
            };
        }
    },
    ATTEMPTS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            JsonObject body = new JsonObject();
            boolean scan = random.nextBoolean();
            body.addProperty("method", scan ? "alipayplus_upm" : "atome_qr");
            if (scan) {
                body.addProperty("barcode", "28763300000000000" + random.nextInt(10));
            }
            String payment = scan ? shop.waiting : shop.payment;
            return keyed(shop, Draft.post(Shop.API + "/payments/" + payment + "/attempts"), random)
                    .json(body);
        }
    },
    REFUNDS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            String refunds = Shop.API + "/payments/" + shop.payment;
            JsonObject body = new JsonObject();
            body.add("amount", Shop.money(100));
            body.addProperty("reason", "A cup was broken");
            body.add("expectedRemaining", Shop.money(150_000));
            return switch (random.nextInt(4)) {
                case 0 -> shop.api(Draft.get(refunds + "/refund-quote"));
                case 1 -> shop.api(Draft.get(refunds + "/refunds"));
                default -> keyed(shop, Draft.post(refunds + "/refunds"), random).json(body);
            };
        }
    },
    WEBHOOKS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            JsonObject charge = new JsonObject();
            charge.addProperty("object", "charge");
            charge.addProperty("id", "chrg_test_" + random.nextInt(1_000));
            JsonObject event = new JsonObject();
            event.addProperty("object", "event");
            event.addProperty("id", "evnt_test_" + random.nextInt(1_000_000));
            event.addProperty("key", "charge.complete");
            event.addProperty("livemode", false);
            event.addProperty("created_at", "2026-11-27T00:00:00Z");
            event.add("data", charge);
            return Draft.post(Shop.ROOT + "/webhooks/omise/" + shop.store())
                    .header("Omise-Signature", "ab".repeat(32))
                    .header("Omise-Signature-Timestamp", "1795774000")
                    .json(event);
        }
    },
    HOSTED_PAGES {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            String page = Shop.ROOT + "/pay/" + shop.page;
            return switch (random.nextInt(7)) {
                case 0 -> Draft.get(page).query("view", "methods").query("lang", "th");
                case 1 -> Draft.get(page + "/state");
                case 2 -> Draft.get(Shop.ROOT + "/return/" + shop.page).query("lang", "ja");
                case 3 ->
                    Draft.post(page + "/attempt").query("lang", "th").form(Map.of("method", "atome_qr", "seen", "99"));
                case 4 -> Draft.post(page + "/redirect").query("lang", "th").form(Map.of());
                case 5 -> Draft.get(page + "/qr/att_1");
                default -> Draft.get(page);
            };
        }
    },
    COUNTER {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            String till = Shop.ROOT + "/counter/" + shop.waiting;
            Map<String, String> scan = Map.of(
                    "csrf", shop.formToken, "seen", "99", "method", "alipayplus_upm", "code", "28763300000000000");
            return shop.signedIn(
                    switch (random.nextInt(6)) {
                        case 0 ->
                            Draft.get(Shop.ROOT + "/counter/")
                                    .query("store", shop.store())
                                    .query("q", "FUZZ")
                                    .query("lang", "th");
                        case 1 -> Draft.get(till).query("view", "cancel");
                        case 2 -> Draft.get(till + "/state");
                        case 3 -> Draft.post(till + "/stop").form(Map.of("csrf", shop.formToken));
                        case 4 ->
                            Draft.post(till + "/show-code")
                                    .form(Map.of("csrf", shop.formToken, "seen", "99", "method", "atome_qr"));
                        default ->
                            Draft.post(till + "/scan").query("lang", "th").form(scan);
                    });
        }
    },
    SIGN_IN {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            return switch (random.nextInt(6)) {
                case 0 ->
                    Draft.post(Shop.ROOT + "/login")
                            .query("lang", "th")
                            .form(Map.of(
                                    "name", "nobody-" + random.nextInt(9), "password", "guess", "next", "/admin/"));
                case 1 ->
                    Draft.get(Shop.ROOT + "/login").query("next", "/counter/").query("lang", "zh-TW");
                case 2 ->
                    Draft.get(Shop.ROOT + "/login/elsewhere/back")
                            .query("state", "x")
                            .query("code", "y");
                case 3 -> Draft.get(Shop.ROOT + "/login/elsewhere").query("next", "/admin/");
                case 4 -> Draft.post(Shop.ROOT + "/logout").form(Map.of("csrf", "x"));
                default ->
                    shop.signedIn(Draft.post(Shop.ROOT + "/password"))
                            .form(Map.of("csrf", "x", "before", "a", "chosen", "b", "again", "c"));
            };
        }
    },
    BACK_OFFICE {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            Draft draft = Draft.get(Shop.ROOT + "/admin/" + Oddities.one(PAGES, random));
            draft.query("store", shop.store());
            for (int i = 0; i < 4; i++) {
                Map.Entry<String, String> filter = Oddities.one(List.copyOf(FILTERS.entrySet()), random);
                draft.query(filter.getKey(), filter.getValue());
            }
            return shop.signedIn(draft);
        }
    };

    private static final List<String> PAGES = List.of(
            "payments.xhtml",
            "payment.xhtml",
            "refund.xhtml",
            "refunds.xhtml",
            "messages.xhtml",
            "message.xhtml",
            "attention.xhtml",
            "audit.xhtml",
            "overview.xhtml",
            "reconciliation.xhtml",
            "shift.xhtml",
            "explain.xhtml",
            "golive.xhtml",
            "settings.xhtml",
            "people.xhtml",
            "person.xhtml",
            "selection.xhtml",
            "approval.xhtml",
            "approvals.xhtml",
            "charge.xhtml",
            "export/payments.csv",
            "export/audit.csv",
            "export/shift.csv");

    private static final Map<String, String> FILTERS = Map.ofEntries(
            Map.entry("q", "FUZZ"),
            Map.entry("status", "open"),
            Map.entry("method", "atome_qr"),
            Map.entry("mode", "test"),
            Map.entry("from", "2026-11-01"),
            Map.entry("to", "2026-11-30"),
            Map.entry("until", "2026-11-30"),
            Map.entry("minimum", "100"),
            Map.entry("maximum", "5000.50"),
            Map.entry("currency", "THB"),
            Map.entry("amount", "100"),
            Map.entry("after", "x"),
            Map.entry("before", "x"),
            Map.entry("id", "x"),
            Map.entry("name", "admin"),
            Map.entry("day", "2026-11-27"),
            Map.entry("begin", "08:00"),
            Map.entry("end", "02:00"),
            Map.entry("sort", "amount"),
            Map.entry("period", "week"),
            Map.entry("box", "waiting"),
            Map.entry("kind", "payment.paid"),
            Map.entry("lang", "th"));

    /** One that is answered as it should be. */
    abstract Draft draft(Shop shop, SplittableRandom random);

    private static Draft keyed(Shop shop, Draft draft, SplittableRandom random) {
        return shop.api(draft).header("Idempotency-Key", "fuzz-" + random.nextInt(Integer.MAX_VALUE));
    }
}
