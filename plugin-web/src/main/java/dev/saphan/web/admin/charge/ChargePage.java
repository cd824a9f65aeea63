/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.charge;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Gateway;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.Payment;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.redaction.Redactor;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A charge with its refunds, read at Omise while the page is made, without secrets and personal data. Nothing of it is
 * taken over: that is what syncing is for.
 */
@Named("chargePage")
@RequestScoped
public class ChargePage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    Payments payments;

    @Inject
    Stores stores;

    @Inject
    Gateway gateway;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    @Inject
    Clock clock;

    private @Nullable Shown shown;
    private String json = "";
    private String trouble = "";
    private @Nullable Moment asked;

    /** Which charge, and who is asked about it. */
    private record Shown(
            String payment,
            String order,
            StoreId store,
            ZoneId zone,
            String mode,
            String charge,
            OmiseAccount account) {}

    @PostConstruct
    void find() {
        shown = Optional.ofNullable(request.getParameter("attempt"))
                .map(AttemptId::new)
                .flatMap(id -> transactions.call(() -> payments.findAttempt(id).flatMap(this::shown)))
                .filter(found -> found.payment().equals(request.getParameter("id")))
                .filter(found -> person.may(Role.VIEWER, found.store()))
                .orElse(null);
    }

    private Optional<Shown> shown(Attempt attempt) {
        Payment payment = attempt.payment();
        Store store = stores.get(payment.store());
        OmiseAccount account = store.accounts().get(payment.mode());
        return attempt.chargeId()
                .filter(charge -> account != null)
                .map(charge -> new Shown(
                        payment.id().value(),
                        payment.orderReference(),
                        store.id(),
                        store.timeZone(),
                        payment.mode().code(),
                        charge,
                        store.account(payment.mode())));
    }

    /** Before the page is written. */
    public void ask() {
        Shown found = shown;
        if (found == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        person.require(Role.REFUNDER, found.store());
        person.acts("charge.read", found.store(), found.payment(), found.charge());
        asked = Moment.precise(clock.instant(), found.zone());
        Answer<String> answer = gateway.chargeAsTold(found.account(), found.charge());
        if (answer instanceof Answer.Ok<String> ok) {
            json = Redactor.redact(ok.value()).orElse("");
        } else {
            trouble = wording.of(trouble(answer));
        }
    }

    private static String trouble(Answer<String> answer) {
        if (answer instanceof Answer.NotFound) {
            return "charge.absent";
        }
        if (answer instanceof Answer.Denied) {
            return "charge.denied";
        }
        return answer instanceof Answer.NotSent ? "charge.away" : "charge.slow";
    }

    public boolean isFound() {
        return shown != null;
    }

    public String getOrder() {
        return shown == null ? "" : shown.order();
    }

    public String getCharge() {
        return shown == null ? "" : shown.charge();
    }

    public String getMode() {
        return shown == null ? "test" : shown.mode();
    }

    public String getTimeZone() {
        return shown == null ? "" : shown.zone().getId();
    }

    public @Nullable Moment getAsked() {
        return asked;
    }

    /** With a line for each field; empty where Omise did not tell. */
    public String getJson() {
        return json;
    }

    /** Why there is nothing to see; empty where there is. */
    public String getTrouble() {
        return trouble;
    }

    public String getPaymentAddress() {
        return PageAddress.of("payment.xhtml")
                .with("id", shown == null ? "" : shown.payment())
                .toString();
    }

    public String getAgainAddress() {
        return PageAddress.of("charge.xhtml")
                .with("id", shown == null ? "" : shown.payment())
                .with("attempt", request.getParameter("attempt"))
                .toString();
    }
}
