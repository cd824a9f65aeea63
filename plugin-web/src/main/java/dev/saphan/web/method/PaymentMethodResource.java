/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.method;

import dev.saphan.language.Languages;
import dev.saphan.method.Cart;
import dev.saphan.method.Channel;
import dev.saphan.method.Offer;
import dev.saphan.method.Offers;
import dev.saphan.method.RegisterMethods;
import dev.saphan.money.Money;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.caller.Caller;
import dev.saphan.web.problem.AnswerLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which methods work for a cart, and why the others do not. */
@RequestScoped
@Path("/v1/payment-methods")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentMethodResource {

    @Inject
    Caller caller;

    @Inject
    Offers offers;

    @Inject
    RegisterMethods registerMethods;

    @Inject
    AnswerLanguage answerLanguage;

    @Context
    HttpHeaders headers;

    /** The answer: every method of the channel. */
    public record MethodList(List<MethodView> methods) {}

    @GET
    public MethodList list(
            @QueryParam("amount") @Nullable String amount,
            @QueryParam("currency") @Nullable String currency,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("country") @Nullable String country,
            @QueryParam("locale") @Nullable String locale) {
        answerLanguage.said(Languages.match(locale));
        Locale language = answerLanguage.with(headers);
        List<Offer> found = offers.list(caller.store(), caller.mode(), cart(amount, currency, channel, country));
        return new MethodList(found.stream()
                .map(offer -> MethodView.of(offer, caller.store(), registerMethods.logo(offer.method()), language))
                .toList());
    }

    private static Cart cart(
            @Nullable String amount, @Nullable String currency, @Nullable String channel, @Nullable String country) {
        Currency known = currency(currency);
        return new Cart(
                Optional.ofNullable(amount).map(text -> money(text, known)),
                known,
                channel(channel),
                Optional.ofNullable(country)
                        .filter(text -> !text.isBlank())
                        .map(text -> text.toUpperCase(Locale.ROOT)));
    }

    private static Money money(String amount, Currency currency) {
        try {
            Money money = new Money(Long.parseLong(amount), currency);
            if (money.isPositive()) {
                return money;
            }
        } catch (NumberFormatException e) {
            throw Problem.inField(ErrorCode.INVALID_AMOUNT, "amount");
        }
        throw Problem.inField(ErrorCode.INVALID_AMOUNT, "amount");
    }

    private static Currency currency(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.inField(ErrorCode.MISSING_FIELD, "currency");
        }
        try {
            return Money.ofMinor(0, code.toUpperCase(Locale.ROOT)).currency();
        } catch (IllegalArgumentException e) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "currency");
        }
    }

    private static Channel channel(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return Channel.ONLINE;
        }
        try {
            return Channel.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.inField(ErrorCode.INVALID_FIELD, "channel");
        }
    }
}
