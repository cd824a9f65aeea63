/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.refund.batch.RefundBatch;
import dev.saphan.refund.batch.RefundSelection;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Several payments before they are refunded together. The form carries what was left of each when it was shown: what
 * changed since is refused for that payment, and not guessed.
 */
@Named("selectionPage")
@RequestScoped
public class SelectionPage {

    private static final int LONGEST_REASON = 255;
    private static final int LONGEST_KEY = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    VisibleStore visibleStore;

    @Inject
    SelectionReader reader;

    @Inject
    RefundSelection refundSelection;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private Store store;
    private Mode mode = Mode.TEST;
    private List<SelectedPayment> rows = List.of();
    private String key = "";
    private String reason = "";
    private String reasonError = "";

    @PostConstruct
    void read() {
        store = visibleStore.of(Role.REFUNDER);
        mode = Optional.ofNullable(request.getParameter("mode"))
                .flatMap(Mode::ofCode)
                .orElse(Mode.TEST);
        rows = reader.read(store, mode, picked());
        key = Optional.ofNullable(request.getParameter("key"))
                .filter(sent -> !sent.isEmpty() && sent.length() <= LONGEST_KEY)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private Set<PaymentId> picked() {
        Set<PaymentId> ids = new LinkedHashSet<>();
        picks().map(pick -> new PaymentId(pick.split(":", 2)[0])).forEach(ids::add);
        return ids;
    }

    private Stream<String> picks() {
        return Optional.ofNullable(request.getParameterValues("pick")).stream()
                .flatMap(Arrays::stream)
                .limit(RefundBatch.MOST);
    }

    /** Begins the work, which goes on by itself. */
    public void refund() {
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            reasonError = reason.isEmpty() ? wording.of("reason.missing") : wording.of("reason.long", LONGEST_REASON);
            return;
        }
        Map<PaymentId, Money> seen = seen();
        if (seen.isEmpty()) {
            return;
        }
        person.require(Role.REFUNDER, store.id());
        person.acts("refund.selection", store.id(), seen.size() + " payments", reason);
        String batch = refundSelection.begin(
                new RefundSelection.Selection(new AccountKey(store.id(), mode), key, seen, reason, person.getName()));
        nextPage.show(PageAddress.of("refunds.xhtml").with("batch", batch));
    }

    /** As the form was shown; only what is a payment of this store and mode. */
    private Map<PaymentId, Money> seen() {
        Map<PaymentId, Money> seen = new LinkedHashMap<>();
        Set<String> here = new LinkedHashSet<>();
        rows.forEach(row -> here.add(row.id()));
        picks().map(pick -> pick.split(":", -1))
                .filter(parts -> parts.length == 3 && here.contains(parts[0]))
                .filter(parts -> parts[1].matches("[1-9]\\d{0,17}") && parts[2].matches("THB|SGD|MYR|JPY"))
                .forEach(parts -> seen.put(new PaymentId(parts[0]), Money.ofMinor(Long.parseLong(parts[1]), parts[2])));
        return seen;
    }

    public List<SelectedPayment> getRows() {
        return rows;
    }

    public long getPossible() {
        return rows.stream().filter(SelectedPayment::possible).count();
    }

    public String getTotal() {
        return String.join(" + ", reader.totals(rows));
    }

    public Store getStore() {
        return store;
    }

    public String getMode() {
        return mode.code();
    }

    public String getKey() {
        return key;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String typed) {
        reason = typed.strip();
    }

    public String getReasonError() {
        return reasonError;
    }

    public String getListAddress() {
        return PageAddress.of("payments.xhtml")
                .with("store", store.id().value())
                .with("mode", mode.code())
                .toString();
    }
}
