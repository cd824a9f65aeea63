/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.explain;

import dev.saphan.method.Cart;
import dev.saphan.method.Channel;
import dev.saphan.method.Offer;
import dev.saphan.method.Offers;
import dev.saphan.method.Reason;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.AmountText;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a cart before the rules that a shopper's cart meets, and says what they answer, method by method. */
@Named("explainPage")
@RequestScoped
public class ExplainPage {

    private static final List<String> CURRENCIES = List.of("THB", "SGD", "MYR");
    private static final List<String> COUNTRIES = List.of("TH", "SG", "MY");

    @Inject
    HttpServletRequest request;

    @Inject
    VisibleStore visibleStore;

    @Inject
    Offers offers;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private Store store;
    private List<Answer> answers = List.of();
    private String problem = "";

    /** What is said of one method. */
    public record Answer(String code, String label, boolean offered, String reason, String limits) {}

    @PostConstruct
    void read() {
        store = visibleStore.of(Role.VIEWER);
        if (getAmount().isEmpty()) {
            return;
        }
        AmountText.Reading amount = AmountText.read(getAmount(), Currency.getInstance(getCurrency()));
        if (!amount.isAmount()) {
            problem = wording.of("explain.wrong");
            return;
        }
        Cart cart = new Cart(
                Optional.of(amount.amount()), amount.amount().currency(), channel(), Optional.of(getCountry()));
        answers = offers.explain(store, Mode.valueOf(getMode().toUpperCase(Locale.ROOT)), cart).stream()
                .map(this::answer)
                .toList();
    }

    private Answer answer(Offer offer) {
        return new Answer(
                offer.method().code(),
                offer.method().label(store, wording.locale()),
                offer.isAvailable(),
                offer.reason().map(this::sentence).orElse(""),
                offer.limits()
                        .map(range -> range.minimum().format(wording.locale()) + " – "
                                + range.maximum().format(wording.locale()))
                        .orElse(""));
    }

    private String sentence(Reason reason) {
        return reason.message(wording.locale());
    }

    private Channel channel() {
        return getChannel().equals("counter") ? Channel.COUNTER : Channel.ONLINE;
    }

    public List<Answer> getAnswers() {
        return answers;
    }

    public String getProblem() {
        return problem;
    }

    public Store getStore() {
        return store;
    }

    public List<Store> getStores() {
        return person.stores(Role.VIEWER);
    }

    public String getAmount() {
        return parameter("amount");
    }

    public String getCurrency() {
        return among(CURRENCIES, parameter("currency"));
    }

    public List<String> getCurrencies() {
        return CURRENCIES;
    }

    public String getCountry() {
        String wanted = parameter("country");
        return COUNTRIES.contains(wanted) ? wanted : store.country();
    }

    public List<String> getCountries() {
        return COUNTRIES;
    }

    public String getChannel() {
        return among(getChannels(), parameter("channel"));
    }

    public List<String> getChannels() {
        return List.of("online", "counter");
    }

    /** Live where the store takes real money. */
    public String getMode() {
        String wanted = parameter("mode");
        String usual = store.accounts().containsKey(Mode.LIVE) ? "live" : "test";
        return getModes().contains(wanted) ? wanted : usual;
    }

    public List<String> getModes() {
        return List.of("live", "test");
    }

    private static String among(List<String> known, String wanted) {
        return known.contains(wanted) ? wanted : known.get(0);
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
