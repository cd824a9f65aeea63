/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentList;
import dev.saphan.payment.PaymentPage;
import dev.saphan.payment.PaymentSummary;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of payments. All that it shows is in its address, so a list can be kept, sent and gone back to. */
@Named("paymentList")
@RequestScoped
public class PaymentListPage {

    private static final int SIZE = 25;
    private static final int LONGEST_TEXT = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Methods methods;

    @Inject
    PaymentList list;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private Store store;
    private PaymentFilter filter;
    private PaymentPage page = new PaymentPage(List.of(), false, false);

    @PostConstruct
    void read() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        store = parameter("store")
                .flatMap(id -> visible.stream()
                        .filter(one -> one.id().value().equals(id))
                        .findFirst())
                .orElseGet(() -> visible.get(0));
        filter = new PaymentFilter(
                store.id(),
                mode(),
                parameter("q")
                        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                        .orElse(""),
                parameter("status")
                        .flatMap(code -> Arrays.stream(Condition.values())
                                .filter(condition -> condition.code().equals(code))
                                .findFirst()),
                parameter("method").flatMap(methods::find).map(PaymentMethod::code));
        page = transactions.call(this::load);
    }

    private PaymentPage load() {
        Optional<PaymentId> after = parameter("after").map(PaymentId::new);
        Optional<PaymentId> before = parameter("before").map(PaymentId::new);
        if (after.isPresent()) {
            return list.olderThan(after.get(), filter, SIZE);
        }
        return before.isPresent() ? list.newerThan(before.get(), filter, SIZE) : list.newest(filter, SIZE);
    }

    /** Live where the store takes real money, so that nobody mistakes one for the other by default. */
    private Mode mode() {
        Mode usual = store.accounts().containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST;
        return parameter("mode")
                .flatMap(code -> Arrays.stream(Mode.values())
                        .filter(mode -> mode.code().equals(code))
                        .findFirst())
                .orElse(usual);
    }

    public List<PaymentRow> getRows() {
        return page.payments().stream().map(this::row).toList();
    }

    private PaymentRow row(PaymentSummary payment) {
        return new PaymentRow(
                payment.id().value(),
                PageAddress.of("payment.xhtml").with("id", payment.id().value()).toString(),
                payment.orderReference(),
                StatusBadge.of(
                        payment.status(),
                        payment.processing(),
                        payment.closedReason(),
                        payment.amount(),
                        payment.refunded(),
                        wording),
                payment.amount().format(wording.locale()),
                payment.refunded().isZero() ? "" : payment.refunded().format(wording.locale()),
                payment.method().map(this::label).orElse(""),
                wording.of("channel." + payment.channel().code()),
                Moment.of(payment.createdAt(), store.timeZone()),
                payment.attention().stream()
                        .map(kind -> wording.of("attention." + kind.code() + ".title"))
                        .toList());
    }

    private String label(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    public List<Choice> getStores() {
        return person.stores(Role.VIEWER).stream()
                .map(one -> new Choice(one.id().value(), one.name(), "", one.equals(store)))
                .toList();
    }

    public List<Choice> getModes() {
        return Stream.of(Mode.LIVE, Mode.TEST)
                .map(mode -> new Choice(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        PageAddress.of("payments.xhtml")
                                .with("store", store.id().value())
                                .with("mode", mode.code())
                                .toString(),
                        mode == filter.mode()))
                .toList();
    }

    public List<Choice> getConditions() {
        return Arrays.stream(Condition.values())
                .map(condition -> new Choice(
                        condition.code(),
                        wording.of("condition." + condition.code()),
                        "",
                        filter.condition().equals(Optional.of(condition))))
                .toList();
    }

    public List<Choice> getMethods() {
        return methods.all().stream()
                .map(method -> new Choice(
                        method.code(),
                        method.label(wording.locale()),
                        "",
                        filter.method().equals(Optional.of(method.code()))))
                .toList();
    }

    /** Empty where there is nothing newer. */
    public String getNewer() {
        return page.hasNewer() && !page.payments().isEmpty()
                ? here().with("before", page.payments().get(0).id().value()).toString()
                : "";
    }

    /** Empty where there is nothing older. */
    public String getOlder() {
        return page.hasOlder() && !page.payments().isEmpty()
                ? here().with(
                                "after",
                                page.payments()
                                        .get(page.payments().size() - 1)
                                        .id()
                                        .value())
                        .toString()
                : "";
    }

    /** The same store and mode without a filter. */
    public String getUnfiltered() {
        return PageAddress.of("payments.xhtml")
                .with("store", store.id().value())
                .with("mode", filter.mode().code())
                .toString();
    }

    private PageAddress here() {
        return PageAddress.of("payments.xhtml")
                .with("store", store.id().value())
                .with("mode", filter.mode().code())
                .with("q", filter.text())
                .with("status", filter.condition().map(Condition::code).orElse(null))
                .with("method", filter.method().orElse(null));
    }

    public boolean isFiltered() {
        return !filter.text().isEmpty()
                || filter.condition().isPresent()
                || filter.method().isPresent();
    }

    public String getText() {
        return filter.text();
    }

    public String getStoreName() {
        return store.name();
    }

    public String getMode() {
        return filter.mode().code();
    }

    public String getTimeZone() {
        return store.timeZone().getId();
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
