/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.dashboard;

import dev.saphan.simulator.charge.Charge;
import dev.saphan.simulator.charge.ChargeStatus;
import dev.saphan.simulator.charge.Charges;
import dev.saphan.simulator.event.Event;
import dev.saphan.simulator.event.Events;
import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import dev.saphan.simulator.page.Pages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists of charges and of events. */
public final class DashboardEndpoints {

    private static final int MOST = 200;

    private final Pages pages;
    private final Charges charges;
    private final Events events;

    public DashboardEndpoints(Pages pages, Charges charges, Events events) {
        this.pages = pages;
        this.charges = charges;
        this.events = events;
    }

    public void addTo(Routes routes) {
        routes.add("GET", "/", request -> Answer.goTo("/dashboard"));
        routes.add("GET", "/dashboard", this::charges);
        routes.add("GET", "/dashboard/events", this::events);
    }

    private Answer charges(Request request) {
        String status = request.query().text("status").orElse("");
        List<Charge> all = charges.all();
        List<Charge> wanted = all.stream()
                .filter(charge -> status.isEmpty() || charge.status().text().equals(status))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("charges", newest(wanted));
        model.put("total", wanted.size());
        model.put("status", status);
        model.put("statuses", List.of(ChargeStatus.values()));
        model.put("problem", "");
        return pages.page("dashboard/charges", Locale.ENGLISH, model);
    }

    private Answer events(Request request) {
        List<Event> all = events.all();
        Map<String, Object> model = new HashMap<>();
        model.put("events", newest(all));
        model.put("total", all.size());
        model.put("problem", request.query().text("problem").orElse(""));
        return pages.page("dashboard/events", Locale.ENGLISH, model);
    }

    private static <T> List<T> newest(List<T> all) {
        List<T> last = new ArrayList<>(all.subList(Math.max(0, all.size() - MOST), all.size()));
        Collections.reverse(last);
        return last;
    }
}
