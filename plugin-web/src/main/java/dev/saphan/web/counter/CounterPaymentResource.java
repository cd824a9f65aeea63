/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.language.Languages;
import dev.saphan.method.Barcode;
import dev.saphan.method.Flow;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.CancelAttempt;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.StartAttempt;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.page.Pages;
import dev.saphan.web.page.PaymentPage;
import dev.saphan.web.page.PaymentPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One payment at the till: the cashier scans the shopper's code, or shows one. Every form leads back to the page, which
 * shows what is true by then.
 */
@RequestScoped
@Path("/{payment}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CounterPaymentResource {

    /** Told in a sentence of their own above the page. */
    private static final Set<String> NOTICES = Set.of(
            ErrorCode.MALFORMED_BARCODE.code(),
            ErrorCode.OUTCOME_UNKNOWN.code(),
            ErrorCode.GATEWAY_UNAVAILABLE.code(),
            ErrorCode.METHOD_UNAVAILABLE.code(),
            "stopped");

    @Inject
    Cashier cashier;

    @Inject
    PaymentPages paymentPages;

    @Inject
    Pages pages;

    @Inject
    Methods methods;

    @Inject
    StartAttempt startAttempt;

    @Inject
    CancelAttempt cancelAttempt;

    @Inject
    CancelPayment cancelPayment;

    @Inject
    Deployment deployment;

    @Inject
    Clock clock;

    @PathParam("payment")
    String payment = "";

    @QueryParam("lang")
    @Nullable
    String lang;

    @GET
    public Response show(@QueryParam("notice") @Nullable String notice, @QueryParam("view") @Nullable String view) {
        PageLanguage language = cashier.language();
        PaymentPage page = cashier.read(payment, found -> paymentPages.of(found, language.locale()));
        Map<String, Object> model = cashier.model();
        model.put("page", page);
        model.put("path", pages.root() + "/counter/" + payment);
        model.put("now", clock.millis());
        model.put("wait", deployment.scanWait().toMillis());
        model.put("notice", notice != null && NOTICES.contains(notice) ? notice : "");
        model.put("cancelling", "cancel".equals(view) && page.state().isLive());
        return Response.ok(pages.render("counter/payment", language, model))
                .language(language.locale())
                .build();
    }

    /** The shopper's code was read. */
    @POST
    @Path("/scan")
    public Response scan(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("method") @Nullable String method,
            @FormParam("code") @Nullable String code,
            @FormParam("seen") int seen) {
        cashier.requireForm(csrf);
        return start(seen, () -> {
            Barcode barcode = Barcode.scanned(Objects.requireNonNullElse(code, ""));
            return AttemptRequest.scanning(method(method, Flow.SCAN), barcode);
        });
    }

    /** A code is to be shown to the shopper. */
    @POST
    @Path("/show-code")
    public Response showCode(
            @FormParam("csrf") @Nullable String csrf,
            @FormParam("method") @Nullable String method,
            @FormParam("seen") int seen) {
        cashier.requireForm(csrf);
        return start(seen, () -> AttemptRequest.with(method(method, Flow.QR)));
    }

    /** Gives up what is under way; another code can follow. */
    @POST
    @Path("/stop")
    public Response stop(@FormParam("csrf") @Nullable String csrf) {
        cashier.requireForm(csrf);
        boolean settled = cancelAttempt.cancel(cashier.existing(payment), cashier.name());
        return back(settled ? "stopped" : ErrorCode.OUTCOME_UNKNOWN.code());
    }

    @POST
    @Path("/cancel")
    public Response cancel(@FormParam("csrf") @Nullable String csrf) {
        cashier.requireForm(csrf);
        cancelPayment.cancel(cashier.existing(payment), ClosedReason.CANCELLED, cashier.name());
        return back("");
    }

    private Response start(int seen, Supplier<AttemptRequest> request) {
        PaymentId id = cashier.existing(payment);
        try {
            startAttempt.startAfter(id, request.get().takenBy(cashier.name()), seen, cashier.name());
            return back("");
        } catch (Problem problem) {
            String code = problem.code().code();
            return back(
                    switch (problem.code()) {
                        case ORDER_ALREADY_PAID, PAYMENT_CLOSED -> "";
                        default -> NOTICES.contains(code) ? code : ErrorCode.METHOD_UNAVAILABLE.code();
                    });
        }
    }

    private PaymentMethod method(@Nullable String code, Flow flow) {
        return methods.find(String.valueOf(code))
                .filter(found -> found.descriptor().flow() == flow)
                .orElseThrow(() -> Problem.of(ErrorCode.METHOD_UNAVAILABLE));
    }

    private Response back(String notice) {
        String language = Languages.match(lang)
                .map(locale -> "lang=" + locale.toLanguageTag())
                .orElse("");
        String told = notice.isEmpty() ? "" : "notice=" + notice;
        String query = language + (language.isEmpty() || told.isEmpty() ? "" : "&") + told;
        return Response.seeOther(
                        URI.create(deployment.address("/counter/" + payment) + (query.isEmpty() ? "" : "?" + query)))
                .build();
    }
}
