/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.wallet;

import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.method.Method;
import dev.saphan.simulator.method.Methods;
import dev.saphan.simulator.page.Pages;
import java.util.HashMap;
import java.util.Map;

/** What all pages of the wallet share: the language, the charge and how it is decided. */
final class WalletPages {

    private final Pages pages;
    private final Charges charges;
    private final Methods methods;
    private final Accounts accounts;

    WalletPages(Pages pages, Charges charges, Methods methods, Accounts accounts) {
        this.pages = pages;
        this.charges = charges;
        this.methods = methods;
        this.accounts = accounts;
    }

    Answer show(Request request, String template, Map<String, Object> model) {
        Language language = Language.of(request);
        return language.remember(pages.page("wallet/" + template, language.locale(), full(request, language, model)));
    }

    Answer showLeaving(Request request, String template, Map<String, Object> model) {
        Language language = Language.of(request);
        return language.remember(
                pages.pageThatLeaves("wallet/" + template, language.locale(), full(request, language, model)));
    }

    Charge charge(Request request) {
        String payment = request.part("payment");
        return charges.ofPayment(payment).orElseThrow(() -> ApiError.notFound("payment", payment));
    }

    Map<String, Object> model(Charge charge) {
        Map<String, Object> model = new HashMap<>();
        model.put("charge", charge);
        model.put("status", charge.status().text());
        model.put("method", method(charge));
        model.put("merchant", accounts.get(charge.account()).name());
        model.put("plans", Plan.plansFor(charge));
        return model;
    }

    Method method(Charge charge) {
        return methods.named(charge.source().type());
    }

    /** {@code approve}, {@code decline}, or the failure code that it is to have. */
    void decide(Charge charge, String decision) {
        if (decision.equals("approve")) {
            charges.pay(charge.id());
        } else if (decision.equals("decline")) {
            charges.fail(charge.id(), method(charge).declined());
        } else if (method(charge).failureCodes().contains(decision)) {
            charges.fail(charge.id(), decision);
        } else {
            throw ApiError.badRequest("decision is unknown");
        }
    }

    private static Map<String, Object> full(Request request, Language language, Map<String, Object> model) {
        Map<String, Object> full = new HashMap<>(model);
        full.put("t", language.texts());
        full.put("lang", language.locale().getLanguage());
        full.put("path", request.path());
        full.put("problem", request.query().text("problem").orElse(""));
        return full;
    }
}
