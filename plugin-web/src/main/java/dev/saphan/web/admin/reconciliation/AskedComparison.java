/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.reconciliation.Period;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the address asks for: a comparison, or the store and mode in which to make one. */
@RequestScoped
public class AskedComparison {

    private static final int USUAL_DAYS = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    ReconciliationReader reader;

    @Inject
    Person person;

    @Inject
    Clock clock;

    private Store store;
    private Mode mode;
    private boolean missing;
    private @Nullable ReconciliationView run;

    @PostConstruct
    void read() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        Optional<AccountKey> account = parameter("run").flatMap(reader::account);
        String wanted = account.map(key -> key.store().value())
                .or(() -> parameter("store"))
                .orElse("");
        Optional<Store> found =
                visible.stream().filter(one -> one.id().value().equals(wanted)).findFirst();
        missing = parameter("run").isPresent() && (account.isEmpty() || found.isEmpty());
        store = found.orElseGet(() -> visible.get(0));
        mode = account.filter(key -> !missing)
                .map(AccountKey::mode)
                .orElseGet(() -> store.modeOrUsual(parameter("mode").orElse("")));
        run = parameter("run")
                .filter(id -> !missing)
                .flatMap(id -> reader.read(id, parameter("after").orElse("")))
                .orElse(null);
    }

    /** Whether it asks for a comparison that there is not, or not for this person. */
    boolean isMissing() {
        return missing;
    }

    Store store() {
        return store;
    }

    Mode mode() {
        return mode;
    }

    AccountKey account() {
        return new AccountKey(store.id(), mode);
    }

    Optional<ReconciliationView> run() {
        return Optional.ofNullable(run);
    }

    /** The period in the form: as it was asked for, else that of the comparison, else the last days. */
    String first() {
        return parameter("first")
                .or(() -> run().map(ReconciliationView::first))
                .orElseGet(() -> today().minusDays(USUAL_DAYS - 1).toString());
    }

    String last() {
        return parameter("last").or(() -> run().map(ReconciliationView::last)).orElseGet(() -> today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), store.timeZone());
    }

    /** Empty if what was asked for is none. */
    Optional<Period> period() {
        try {
            return Optional.of(new Period(LocalDate.parse(first()), LocalDate.parse(last()), store.timeZone()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
