/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.reconciliation;

import dev.saphan.reconciliation.AcceptDifference;
import dev.saphan.reconciliation.Outcome;
import dev.saphan.reconciliation.Period;
import dev.saphan.reconciliation.ReconciliationId;
import dev.saphan.reconciliation.RepairAll;
import dev.saphan.reconciliation.RepairDifference;
import dev.saphan.reconciliation.StartReconciliation;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.Choice;
import dev.saphan.web.admin.reconciliation.ReconciliationView.Earlier;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Our books beside Omise's. A button names what it is about ({@code do}), and what it does is decided by that name and
 * not by where the button stood, because the list may have changed meanwhile.
 */
@Named("reconciliationPage")
@RequestScoped
public class ReconciliationPage {

    private static final int USUAL_DAYS = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    FacesContext faces;

    @Inject
    NextPage nextPage;

    @Inject
    ReconciliationReader reader;

    @Inject
    StartReconciliation startReconciliation;

    @Inject
    RepairDifference repairDifference;

    @Inject
    RepairAll repairAll;

    @Inject
    AcceptDifference acceptDifference;

    @Inject
    Person person;

    @Inject
    Wording wording;

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
        mode = missing ? usualMode() : account.map(AccountKey::mode).orElseGet(this::usualMode);
        run = missing
                ? null
                : parameter("run")
                        .flatMap(id -> reader.read(id, parameter("after").orElse("")))
                        .orElse(null);
    }

    /** Live where the store takes real money. */
    private Mode usualMode() {
        Mode usual = store.accounts().containsKey(Mode.LIVE) ? Mode.LIVE : Mode.TEST;
        return parameter("mode")
                .flatMap(code -> Arrays.stream(Mode.values())
                        .filter(one -> one.code().equals(code))
                        .findFirst())
                .filter(store.accounts()::containsKey)
                .orElse(usual);
    }

    /** Before the page is written: does what a button asked for, which ends with another page. */
    public void act() {
        if (missing) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (faces.isPostback()) {
            String[] what = parameter("do").orElse("").split(":", 2);
            act(what[0], what.length > 1 ? what[1] : "");
        }
    }

    private void act(String what, String item) {
        switch (what) {
            case "start" -> start();
            case "go_on" -> show(startReconciliation.goOn(new ReconciliationId(id())) ? "going_on" : "nothing_left");
            case "repair" -> repair(item);
            case "repair_all" -> repairAll();
            case "accept" -> accept(item);
            default -> {}
        }
    }

    private void start() {
        Optional<Period> period = period();
        PageAddress here = PageAddress.of("reconciliation.xhtml");
        if (period.isEmpty()) {
            nextPage.show(here.with("store", store.id().value())
                    .with("mode", mode.code())
                    .with("first", getFirst())
                    .with("last", getLast())
                    .with("done", "no_period"));
            return;
        }
        person.acts(
                "reconciliation.start",
                store.id(),
                mode.code(),
                period.get().first() + " " + period.get().last());
        ReconciliationId id =
                startReconciliation.start(new AccountKey(store.id(), mode), period.get(), person.getName());
        nextPage.show(here.with("run", id.value()));
    }

    private void repair(String item) {
        if (requireRepair(item)) {
            person.acts("reconciliation.repair", store.id(), item, id());
            show(repairDifference
                    .repair(item, person.getName())
                    .map(Outcome::code)
                    .orElse("nothing_left"));
        }
    }

    private void accept(String item) {
        if (requireRepair(item)) {
            person.acts("reconciliation.accept", store.id(), item, id());
            show(acceptDifference.accept(item, person.getName()) ? "accepted" : "nothing_left");
        }
    }

    private boolean requireRepair(String item) {
        person.require(Role.REFUNDER, store.id());
        boolean known = run != null && reader.isOf(id(), item);
        if (!known) {
            show("nothing_left");
        }
        return known;
    }

    private void repairAll() {
        person.require(Role.REFUNDER, store.id());
        person.acts("reconciliation.repair_all", store.id(), id(), "");
        show(repairAll.begin(new ReconciliationId(id()), person.getName()) ? "repairing" : "nothing_left");
    }

    private Optional<Period> period() {
        try {
            return Optional.of(new Period(LocalDate.parse(getFirst()), LocalDate.parse(getLast()), store.timeZone()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void show(String done) {
        nextPage.show(PageAddress.of("reconciliation.xhtml")
                .with("run", id())
                .with("after", parameter("after").orElse(""))
                .with("done", done));
    }

    private String id() {
        return run == null ? "" : run.id();
    }

    public @Nullable ReconciliationView getRun() {
        return run;
    }

    public boolean isMissing() {
        return missing;
    }

    public boolean isAllowedToRepair() {
        return person.may(Role.REFUNDER, store.id());
    }

    public List<Earlier> getEarlier() {
        return reader.earlier(new AccountKey(store.id(), mode));
    }

    public List<Choice> getStores() {
        return person.stores(Role.VIEWER).stream()
                .map(one -> new Choice(
                        one.id().value(),
                        one.name(),
                        PageAddress.of("reconciliation.xhtml")
                                .with("store", one.id().value())
                                .toString(),
                        one.equals(store)))
                .toList();
    }

    public List<Choice> getModes() {
        return Stream.of(Mode.LIVE, Mode.TEST)
                .filter(store.accounts()::containsKey)
                .map(one -> new Choice(
                        one.code(),
                        wording.of("mode." + one.code()),
                        PageAddress.of("reconciliation.xhtml")
                                .with("store", store.id().value())
                                .with("mode", one.code())
                                .toString(),
                        one == mode))
                .toList();
    }

    public String getStoreId() {
        return store.id().value();
    }

    public String getStoreName() {
        return store.name();
    }

    public String getMode() {
        return mode.code();
    }

    public String getTimeZone() {
        return store.timeZone().getId();
    }

    /** The period in the form: as it was asked for, else the last days. */
    public String getFirst() {
        return parameter("first")
                .orElseGet(() -> run != null
                        ? run.first()
                        : today().minusDays(USUAL_DAYS - 1).toString());
    }

    public String getLast() {
        return parameter("last").orElseGet(() -> run != null ? run.last() : today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), store.timeZone());
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return parameter("done")
                .map(done -> wording.ofOr("reconciliation.done." + done, ""))
                .orElse("");
    }

    public String getOutcomeTone() {
        return switch (parameter("done").orElse("")) {
            case "needs_person", "no_period" -> "bad";
            case "no_answer", "nothing_left", "in_motion" -> "warn";
            default -> "good";
        };
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
