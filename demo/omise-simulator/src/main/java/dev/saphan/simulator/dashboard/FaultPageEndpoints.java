/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.dashboard;

import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import dev.saphan.simulator.fault.Faults;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Params;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.page.Pages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that lets things go wrong. */
public final class FaultPageEndpoints {

    private static final String PATH = "/dashboard/faults";

    private final Pages pages;
    private final Faults faults;

    public FaultPageEndpoints(Pages pages, Faults faults) {
        this.pages = pages;
        this.faults = faults;
    }

    public void addTo(Routes routes) {
        routes.add("GET", PATH, this::show);
        Pages.post(routes, PATH, this::add);
        Pages.post(routes, PATH + "/clear", request -> {
            faults.clear();
            return Answer.goTo(PATH);
        });
    }

    private Answer show(Request request) {
        return pages.page(
                "dashboard/faults",
                Locale.ENGLISH,
                Map.of(
                        "faults", faults.waiting(),
                        "kinds", List.of(FaultKind.values()),
                        "problem", request.query().text("problem").orElse("")));
    }

    private Answer add(Request request) {
        Params form = request.body();
        return Pages.act(PATH, () -> {
            FaultKind kind = form.text("kind")
                    .flatMap(FaultKind::named)
                    .orElseThrow(() -> ApiError.badRequest("kind is unknown"));
            faults.add(Fault.of(kind)
                    .times(Math.toIntExact(form.whole("count").orElse(1L)))
                    .delay(Duration.ofMillis(form.whole("millis").orElse(0L)))
                    .path(form.text("path").orElse(null))
                    .body(form.text("body").orElse(null)));
            return PATH;
        });
    }
}
