/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.wallet;

import dev.saphan.simulator.account.Accounts;
import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.code.Outcome;
import dev.saphan.simulator.code.PaymentCode;
import dev.saphan.simulator.code.PaymentCodes;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.method.Methods;
import dev.saphan.simulator.page.Pages;
import dev.saphan.simulator.picture.Barcodes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Payment codes of the wallet: choose what is to happen, show the code to the cashier, confirm if asked. */
public final class CodeEndpoints {

    private static final String PATH = "/wallet/code";

    private final PaymentCodes codes;
    private final Charges charges;
    private final WalletPages pages;

    public CodeEndpoints(Pages pages, Charges charges, Methods methods, Accounts accounts, PaymentCodes codes) {
        this.codes = codes;
        this.charges = charges;
        this.pages = new WalletPages(pages, charges, methods, accounts);
    }

    public void addTo(Routes routes) {
        routes.add("GET", PATH, request -> pages.show(request, "code-choice", Map.of()));
        Pages.post(routes, PATH, this::generate);
        routes.add("GET", PATH + "/{digits}", this::show);
        routes.add(
                "GET",
                PATH + "/{digits}/bars.png",
                request -> Answer.bytes("image/png", Barcodes.bars(code(request).digits())));
        routes.add(
                "GET",
                PATH + "/{digits}/qr.png",
                request -> Answer.bytes("image/png", Barcodes.qr(code(request).digits(), "png")));
        Pages.post(routes, PATH + "/{digits}", this::decide);
    }

    private Answer generate(Request request) {
        return Pages.act(PATH, () -> {
            try {
                String outcome = request.body().text("outcome").orElse("").toUpperCase(Locale.ROOT);
                String type = request.body().text("type").orElse("");
                return PATH + "/"
                        + codes.generate(type, Outcome.valueOf(outcome)).digits();
            } catch (IllegalArgumentException e) {
                throw new ApiError(400, "bad_request", "type or outcome is unknown");
            }
        });
    }

    private Answer show(Request request) {
        PaymentCode code = code(request);
        Optional<Charge> charge = charge(code);
        Map<String, Object> model = new HashMap<>();
        charge.map(pages::model).ifPresent(model::putAll);
        model.put("code", code);
        model.put("used", charge.isPresent());
        Answer answer = pages.show(request, "code", model);
        boolean waits = charge.isEmpty() || (charge.get().isPending() && code.outcome() != Outcome.CONFIRM);
        return waits ? answer.with("Refresh", "2") : answer;
    }

    private Answer decide(Request request) {
        PaymentCode code = code(request);
        String page = PATH + "/" + code.digits();
        return Pages.act(page, () -> {
            Charge charge = charge(code).orElseThrow(() -> ApiError.badRequest("nobody has scanned the code yet"));
            pages.decide(charge, request.body().text("decision").orElse(""));
            return page;
        });
    }

    private Optional<Charge> charge(PaymentCode code) {
        return Optional.ofNullable(code.usedBy()).flatMap(charges::find);
    }

    private PaymentCode code(Request request) {
        String digits = request.part("digits");
        return codes.find(digits).orElseThrow(() -> ApiError.notFound("code", digits));
    }
}
