/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.Choice;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Earlier;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our books beside Omise's. */
@Named("reconciliationPage")
@RequestScoped
public class ReconciliationPage {

    @Inject
    ExternalContext external;

    @Inject
    FacesContext faces;

    @Inject
    AskedComparison asked;

    @Inject
    ComparisonButtons buttons;

    @Inject
    ReconciliationReader reader;

    @Inject
    Person person;

    @Inject
    Wording wording;

    /** Before the page is written: does what a button asked for, which ends with another page. */
    public void act() {
        if (asked.isMissing()) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (faces.isPostback()) {
            buttons.press();
        }
    }

    public @Nullable ReconciliationView getRun() {
        return asked.run().orElse(null);
    }

    public boolean isMissing() {
        return asked.isMissing();
    }

    public boolean isAllowedToRepair() {
        return person.may(Role.REFUNDER, asked.store().id());
    }

    public List<Earlier> getEarlier() {
        return reader.earlier(asked.account());
    }

    public List<Choice> getStores() {
        return person.stores(Role.VIEWER).stream()
                .map(one -> new Choice(
                        one.id().value(),
                        one.name(),
                        PageAddress.of("reconciliation.xhtml")
                                .with("store", one.id().value())
                                .toString(),
                        one.equals(asked.store())))
                .toList();
    }

    public List<Choice> getModes() {
        return asked.store().modes().stream()
                .map(one -> new Choice(
                        one.code(),
                        wording.of("mode." + one.code()),
                        PageAddress.of("reconciliation.xhtml")
                                .with("store", getStoreId())
                                .with("mode", one.code())
                                .toString(),
                        one == asked.mode()))
                .toList();
    }

    public String getStoreId() {
        return asked.store().id().value();
    }

    public String getStoreName() {
        return asked.store().name();
    }

    public String getMode() {
        return asked.mode().code();
    }

    public String getTimeZone() {
        return asked.store().timeZone().getId();
    }

    public String getFirst() {
        return asked.first();
    }

    public String getLast() {
        return asked.last();
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return asked.parameter("done")
                .map(done -> wording.ofOr("reconciliation.done." + done, ""))
                .orElse("");
    }

    public String getOutcomeTone() {
        return switch (asked.parameter("done").orElse("")) {
            case "needs_person", "no_period" -> "bad";
            case "no_answer", "nothing_left", "in_motion" -> "warn";
            default -> "good";
        };
    }
}
