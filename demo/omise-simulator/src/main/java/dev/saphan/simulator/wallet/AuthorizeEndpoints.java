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

/** The authorize_uri: the shopper approves or declines and goes back to the return_uri, which carries no result. */
public final class AuthorizeEndpoints {

    private static final String PATH = "/payments/{payment}/authorize";

    private final WalletPages pages;

    public AuthorizeEndpoints(Pages pages, Charges charges, Methods methods, Accounts accounts) {
        this.pages = new WalletPages(pages, charges, methods, accounts);
    }

    public void addTo(Routes routes) {
        routes.add("GET", PATH, request -> pages.showLeaving(request, "authorize", pages.model(pages.charge(request))));
        Pages.post(routes, PATH, this::decide);
    }

    private Answer decide(Request request) {
        Charge charge = pages.charge(request);
        String returnUri = charge.terms().returnUri();
        String back = returnUri == null ? "/wallet/pay/" + charge.payment() : returnUri;
        return Pages.act(request.path(), () -> {
            pages.decide(charge, request.body().text("decision").orElse(""));
            return back;
        });
    }
}
