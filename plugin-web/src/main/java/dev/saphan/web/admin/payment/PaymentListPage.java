/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.method.Methods;
import dev.saphan.payment.PaymentFilter;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentList;
import dev.saphan.payment.PaymentPage;
import dev.saphan.payment.PaymentSummary;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.StatusBadge;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.export.RunningExports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of payments. All that it shows is in its address, so a list can be kept, sent and gone back to. */
@Named("paymentList")
@RequestScoped
public class PaymentListPage {

    private static final int SIZE = 25;

    @Inject
    ListRequest asked;

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

    private final String ticket = RunningExports.ticket();
    private PaymentPage page = PaymentPage.EMPTY;

    @PostConstruct
    void read() {
        PaymentFilter filter = asked.filter();
        page = transactions.call(() -> load(filter));
    }

    private PaymentPage load(PaymentFilter filter) {
        Optional<PaymentId> after = asked.parameter("after").map(PaymentId::new);
        Optional<PaymentId> before = asked.parameter("before").map(PaymentId::new);
        if (after.isPresent()) {
            return list.olderThan(after.get(), filter, SIZE);
        }
        return before.isPresent() ? list.newerThan(before.get(), filter, SIZE) : list.newest(filter, SIZE);
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
                Moment.of(time(payment), asked.query().store().timeZone()),
                payment.attention().stream()
                        .map(kind -> wording.of("attention." + kind.code() + ".title"))
                        .toList());
    }

    /** The one by which the list is ordered. */
    private Instant time(PaymentSummary payment) {
        return switch (asked.filter().orderedBy()) {
            case CREATED -> payment.createdAt();
            case PAID -> payment.paidAt().orElseThrow();
        };
    }

    /** What the time of each line is that of. */
    public String getTimeName() {
        return wording.of("dates." + asked.filter().orderedBy().code());
    }

    private String label(String code) {
        return methods.find(code).map(method -> method.label(wording.locale())).orElse(code);
    }

    public List<Choice> getModes() {
        return Stream.of(Mode.LIVE, Mode.TEST)
                .map(mode -> new Choice(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        asked.query().in(mode).address().toString(),
                        mode == asked.query().mode()))
                .toList();
    }

    /** Empty where there is nothing newer. */
    public String getNewer() {
        return page.hasNewer() ? beside("before", 0) : "";
    }

    /** Empty where there is nothing older. */
    public String getOlder() {
        return page.hasOlder() ? beside("after", page.payments().size() - 1) : "";
    }

    private String beside(String side, int row) {
        return page.payments().isEmpty()
                ? ""
                : asked.query()
                        .address()
                        .with(side, page.payments().get(row).id().value())
                        .toString();
    }

    /** Where the list as a file is. */
    public String getExport() {
        return asked.query()
                .address("export/payments.csv")
                .with("ticket", ticket)
                .with("lang", wording.locale().toLanguageTag())
                .toString();
    }

    /** Where the page asks how far the file has come. */
    public String getExportProgress() {
        return "export/progress/" + ticket + "?lang=" + wording.locale().toLanguageTag();
    }

    /** Whether the search fits more than it looks at. */
    public boolean isCutShort() {
        return page.cutShort();
    }

    public boolean isFiltered() {
        return asked.query().isFiltered();
    }

    /** Whether the person may refund a selection of these. */
    public boolean isAllowedToRefund() {
        return person.may(Role.REFUNDER, asked.query().store().id());
    }

    public String getStoreId() {
        return asked.query().store().id().value();
    }

    public String getStoreName() {
        return asked.query().store().name();
    }

    public String getMode() {
        return asked.query().mode().code();
    }

    public String getTimeZone() {
        return asked.query().store().timeZone().getId();
    }
}
