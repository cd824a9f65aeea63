/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.util.List;
import java.util.Map;

/** Where a node answers, and what stands in its addresses and forms. */
final class Addresses {

    /** One that the session knows, and some that no page of ours has. */
    static final List<String> STATES =
            List.of("%s", "%s", "%s", "stateless", "1:2", "-5:7", "abc", ":", "1:", "1:2:3", "%s:1", "x%s");

    static final List<String> OTHERS = List.of(
            Shop.ROOT,
            Shop.ROOT + "/",
            Shop.ROOT + "/admin",
            Shop.ROOT + "/admin/",
            Shop.ROOT + "/counter",
            Shop.ROOT + "/error",
            Shop.ROOT + "/assets",
            Shop.ROOT + "/assets/methods",
            Shop.ROOT + "/assets/methods/atome_qr.svg",
            Shop.ROOT + "/reach/x",
            Shop.ROOT + "/webhooks/omise/demo",
            Shop.ROOT + "/api",
            Shop.ROOT + "/api/v1",
            Shop.ROOT + "/api/v1/nothing",
            Shop.ROOT + "/nothing",
            Shop.ROOT + "/jakarta.faces.resource/components.css.xhtml",
            Shop.ROOT + "/WEB-INF/web.xml",
            Shop.ROOT + "/admin/refund-watch",
            Shop.ROOT + "/admin/reconciliation-progress",
            Shop.ROOT + "/admin/selection-progress",
            Shop.ROOT + "/admin/reconciliation.csv",
            Shop.ROOT + "/admin/export/go-live.txt",
            Shop.ROOT + "/admin/export/progress/x",
            Shop.ROOT + "/admin/expired.xhtml");

    static final List<String> PAGES = List.of(
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

    static final Map<String, String> FILTERS = Map.ofEntries(
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

    private Addresses() {}
}
