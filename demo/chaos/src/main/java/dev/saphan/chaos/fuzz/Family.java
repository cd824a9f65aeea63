/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Requests that are right, by what they are about. */
public enum Family {
    PAYMENTS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 6 -> shop.api(Draft.post(Shop.API + "/payments/" + shop.spare + "/cancel"));
                case 7 ->
                    shop.api(Draft.get(Shop.API + "/payments/" + shop.payment))
                            .header("If-None-Match", "\"1-en\"")
                            .header("If-Match", "*")
                            .header("Accept", "application/json")
                            .header("Accept-Language", "th, en;q=0.5");
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
            return switch (random.nextInt(10)) {
                case 7 -> Draft.get(page + "/events").header("Accept", "text/event-stream");
                case 8 ->
                    Draft.post(Shop.ROOT + "/return/" + shop.page).form(Map.of("status", "successful", "amount", "1"));
                case 9 ->
                    Draft.post(Shop.ROOT + "/pay/" + shop.sparePage + "/cancel")
                            .header("Origin", "null")
                            .form(Map.of());
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
                    switch (random.nextInt(9)) {
                        case 6 -> Draft.get(till + "/events").header("Accept", "text/event-stream");
                        case 7 -> Draft.get(Shop.ROOT + "/counter/state").query("store", shop.store());
                        case 8 -> Draft.get(till + "/qr/att_1");
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
            Draft draft = Draft.get(Shop.ROOT + "/admin/" + Oddities.one(Addresses.PAGES, random));
            draft.query("store", shop.store());
            for (int i = 0; i < 4; i++) {
                Map.Entry<String, String> filter = Oddities.one(List.copyOf(Addresses.FILTERS.entrySet()), random);
                draft.query(filter.getKey(), filter.getValue());
            }
            return shop.signedIn(draft);
        }
    },
    /** Filled-in forms of the back office; none of them does anything but show its page again. */
    FORMS {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put(
                    "jakarta.faces.ViewState",
                    Oddities.one(Addresses.STATES, random).formatted(shop.viewState));
            fields.put("q", "FUZZ");
            if (random.nextBoolean()) {
                fields.put("jakarta.faces.partial.ajax", "true");
                fields.put("jakarta.faces.source", "form:search");
                fields.put("jakarta.faces.partial.execute", "@all");
                fields.put("jakarta.faces.partial.render", "@none");
            }
            return shop.signedIn(Draft.post(Shop.ROOT + "/admin/" + Oddities.one(Addresses.PAGES, random)))
                    .form(fields);
        }
    },
    /** What belongs to none of the others. */
    REST {
        @Override
        Draft draft(Shop shop, SplittableRandom random) {
            Draft draft = Draft.get(Oddities.one(Addresses.OTHERS, random))
                    .query("id", "x")
                    .query("lang", "th");
            return random.nextBoolean() ? shop.signedIn(draft) : draft;
        }
    };

    /** One that is answered as it should be. */
    abstract Draft draft(Shop shop, SplittableRandom random);

    private static Draft keyed(Shop shop, Draft draft, SplittableRandom random) {
        return shop.api(draft).header("Idempotency-Key", "fuzz-" + random.nextInt(Integer.MAX_VALUE));
    }
}
