/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.CancelPayment;
import dev.saphan.payment.ClosedReason;
import dev.saphan.payment.NoteVisit;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.RedirectShopper;
import dev.saphan.payment.StartAttempt;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosted payment page. Looking at it changes nothing but that the first look is remembered; everything that does is a form, and every form leads back to
 * the page, which shows what is true by then.
 */
@RequestScoped
@Path("/{token}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PayResource {

    /** Problems that the page tells in a sentence; of all others it shows what is true instead. */
    private static final Set<ErrorCode> TOLD = Set.of(ErrorCode.GATEWAY_UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN);

    @Inject
    ShopperPayment shopperPayment;

    @Inject
    NoteVisit noteVisit;

    @Inject
    PaymentPages paymentPages;

    @Inject
    Pages pages;

    @Inject
    Methods methods;

    @Inject
    StartAttempt startAttempt;

    @Inject
    RedirectShopper redirectShopper;

    @Inject
    CancelPayment cancelPayment;

    @Inject
    Deployment deployment;

    @Inject
    Clock clock;

    @Context
    HttpHeaders headers;

    @PathParam("token")
    String token = "";

    @QueryParam("lang")
    @Nullable
    String lang;

    @GET
    public Response show(@QueryParam("view") @Nullable String view, @QueryParam("problem") @Nullable String problem) {
        noteVisit.note(shopperPayment.id(token), NoteVisit.Visit.OPENED);
        return shopperPayment.read(token, payment -> {
            PageLanguage language = PageLanguage.of(lang, Optional.of(payment.locale()), acceptLanguage());
            PaymentPage page = paymentPages.of(payment, language.locale());
            String shown = template(page.state(), String.valueOf(view));
            Map<String, Object> model = new HashMap<>();
            model.put("page", page);
            model.put("view", shown);
            model.put("path", pages.root() + "/pay/" + token);
            model.put("now", clock.millis());
            model.put("notice", notice(problem));
            return Response.ok(pages.render("pay/" + shown, language, model))
                    .language(language.locale())
                    .header(ContentPolicy.HEADER, ContentPolicy.leavingFor(page.walletOrigin()))
                    .build();
        });
    }

    /** @param seen how many attempts the page showed */
    @POST
    @Path("/attempt")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response attempt(@FormParam("method") @Nullable String method, @FormParam("seen") int seen) {
        PaymentId id = shopperPayment.id(token);
        AttemptRequest request = methods.find(String.valueOf(method))
                .map(AttemptRequest::with)
                .orElseThrow(() -> Problem.inField(ErrorCode.INVALID_FIELD, "method"));
        try {
            startAttempt.startAfter(id, request, seen, "shopper");
            return back(Optional.empty());
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.TOO_MANY_REQUESTS) {
                throw problem;
            }
            return back(Optional.of(problem.code()).filter(TOLD::contains));
        }
    }

    @POST
    @Path("/redirect")
    public Response redirect() {
        return redirectShopper
                .redirect(shopperPayment.id(token))
                .map(wallet -> Response.seeOther(wallet).build())
                .orElseGet(() -> back(Optional.empty()));
    }

    @POST
    @Path("/cancel")
    public Response cancel() {
        cancelPayment.cancel(shopperPayment.id(token), ClosedReason.CANCELLED, "shopper");
        return back(Optional.empty());
    }

    private Response back(Optional<ErrorCode> problem) {
        String query = Languages.match(lang)
                .map(language -> "lang=" + language.toLanguageTag())
                .orElse("");
        String told = problem.map(code -> "problem=" + code.code()).orElse("");
        String joined = query + (query.isEmpty() || told.isEmpty() ? "" : "&") + told;
        return Response.seeOther(
                        URI.create(deployment.address("/pay/" + token) + (joined.isEmpty() ? "" : "?" + joined)))
                .build();
    }

    private @Nullable String acceptLanguage() {
        return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static String notice(@Nullable String problem) {
        return TOLD.stream()
                .map(ErrorCode::code)
                .filter(code -> code.equals(problem))
                .findFirst()
                .orElse("");
    }

    /** Methods can be looked at, and cancelling be thought over, while something else is under way. */
    private static String template(PageState state, String view) {
        boolean payable = state.isLive() && state != PageState.WAIT && state != PageState.CONFIRM;
        if (payable && view.equals("methods")) {
            return "choose";
        }
        if (payable && view.equals("cancel")) {
            return "cancel";
        }
        return state.code();
    }
}
