/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.readiness.Subject;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.support.BundleRequest;
import dev.saphan.support.WriteBundle;
import dev.saphan.web.admin.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What goes to support, as a zip that is written while it is read. The checks run for it. */
@RequestScoped
@Path("/support.zip")
public class SupportBundleResource {

    @Inject
    CheckedStore checkedStore;

    @Inject
    GoLiveText checklist;

    @Inject
    WriteBundle writeBundle;

    @Inject
    Payments payments;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    HttpServletRequest request;

    @Inject
    ServletContext server;

    @GET
    public Response bundle() {
        Store store = checkedStore.get().store();
        Optional<PaymentId> payment = payment(store);
        person.acts(
                "support.bundle",
                store.id(),
                payment.map(PaymentId::value).orElse(store.id().value()),
                "");
        BundleRequest wanted =
                new BundleRequest(store, payment, person.isAdmin(), server.getServerInfo(), checklists(store));
        StreamingOutput body = out -> writeBundle.write(wanted, out);
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"saphan-support-" + store.id() + ".zip\"")
                .build();
    }

    /** @throws Problem if the store has no such payment */
    private Optional<PaymentId> payment(Store store) {
        String text =
                Optional.ofNullable(request.getParameter("payment")).orElse("").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        PaymentId id = new PaymentId(text);
        boolean known = transactions.call(() -> payments.find(id)
                .filter(payment -> payment.store().equals(store.id()))
                .isPresent());
        if (!known) {
            throw Problem.of(ErrorCode.NOT_FOUND);
        }
        return Optional.of(id);
    }

    private Map<String, String> checklists(Store store) {
        Map<String, String> texts = new TreeMap<>();
        for (Mode mode : store.accounts().keySet()) {
            texts.put("7-go-live-" + mode.code() + ".txt", checklist.of(new Subject(store, mode)));
        }
        return texts;
    }
}
