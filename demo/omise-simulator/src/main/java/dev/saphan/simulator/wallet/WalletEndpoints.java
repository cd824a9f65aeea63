/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.wallet;

import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Methods;
import dev.saphan.simulator.page.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wallet at {@code /wallet}: scan a QR code and pay it. */
public final class WalletEndpoints {

    private static final Pattern QR_CONTENT = Pattern.compile("\\bpay2_(?:test_)?[0-9a-z]{19}\\b");
    private static final Pattern CHARGE_ID = Pattern.compile("\\bchrg_(?:test_)?[0-9a-z]{19}\\b");

    private final Charges charges;
    private final WalletPages pages;

    public WalletEndpoints(Pages pages, Charges charges, Methods methods, Accounts accounts) {
        this.charges = charges;
        this.pages = new WalletPages(pages, charges, methods, accounts);
    }

    public void addTo(Routes routes) {
        routes.add("GET", "/wallet", request -> pages.show(request, "home", Map.of("recent", recent())));
        routes.add("GET", "/wallet/scan", request -> pages.show(request, "scan", Map.of("waiting", waiting())));
        Pages.post(routes, "/wallet/scan", this::scan);
        routes.add(
                "GET",
                "/wallet/pay/{payment}",
                request -> pages.show(request, "pay", pages.model(pages.charge(request))));
        Pages.post(routes, "/wallet/pay/{payment}", this::decide);
    }

    private Answer scan(Request request) {
        return find(request.body().text("content").orElse(""))
                .map(charge -> Answer.goTo("/wallet/pay/" + charge.payment()))
                .orElseGet(() -> Answer.goTo("/wallet/scan?problem=unreadable"));
    }

    private Optional<Charge> find(String content) {
        Matcher payment = QR_CONTENT.matcher(content);
        if (payment.find()) {
            return charges.ofPayment(payment.group());
        }
        Matcher charge = CHARGE_ID.matcher(content);
        return charge.find() ? charges.find(charge.group()) : Optional.empty();
    }

    private Answer decide(Request request) {
        Charge charge = pages.charge(request);
        String page = "/wallet/pay/" + charge.payment();
        return Pages.act(page, () -> {
            pages.decide(charge, request.body().text("decision").orElse(""));
            return page;
        });
    }

    private List<Charge> waiting() {
        return newest(charges.all().stream()
                .filter(charge -> charge.isPending() && charge.qr() != null)
                .toList());
    }

    private List<Charge> recent() {
        return newest(charges.all().stream().filter(Charge::isPaid).toList());
    }

    private static List<Charge> newest(List<Charge> all) {
        List<Charge> last = new ArrayList<>(all.subList(Math.max(0, all.size() - 6), all.size()));
        Collections.reverse(last);
        return last;
    }
}
