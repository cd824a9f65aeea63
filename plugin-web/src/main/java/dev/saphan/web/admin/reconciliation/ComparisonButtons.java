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
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the buttons do; each ends with another page. A button names what it is about ({@code do}), and what it does is
 * decided by that name and not by where the button stood, because the list may have changed meanwhile.
 */
@RequestScoped
public class ComparisonButtons {

    @Inject
    AskedComparison asked;

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
    NextPage nextPage;

    @Inject
    Person person;

    void press() {
        String[] what = asked.parameter("do").orElse("").split(":", 2);
        String item = what.length > 1 ? what[1] : "";
        switch (what[0]) {
            case "start" -> start();
            case "go_on" -> show(startReconciliation.goOn(new ReconciliationId(id())) ? "going_on" : "nothing_left");
            case "repair" -> repair(item);
            case "repair_all" -> repairAll();
            case "accept" -> accept(item);
            default -> {}
        }
    }

    private void start() {
        Optional<Period> period = asked.period();
        PageAddress here = PageAddress.of("reconciliation.xhtml");
        if (period.isEmpty()) {
            nextPage.show(here.with("store", asked.store().id().value())
                    .with("mode", asked.mode().code())
                    .with("first", asked.first())
                    .with("last", asked.last())
                    .with("done", "no_period"));
            return;
        }
        acts(
                "reconciliation.start",
                asked.mode().code(),
                period.get().first() + " " + period.get().last());
        ReconciliationId id = startReconciliation.start(asked.account(), period.get(), person.getName());
        nextPage.show(here.with("run", id.value()));
    }

    private void repair(String item) {
        if (requireRepair(item)) {
            acts("reconciliation.repair", item, id());
            show(repairDifference
                    .repair(item, person.getName())
                    .map(Outcome::code)
                    .orElse("nothing_left"));
        }
    }

    private void accept(String item) {
        if (requireRepair(item)) {
            acts("reconciliation.accept", item, id());
            show(acceptDifference.accept(item, person.getName()) ? "accepted" : "nothing_left");
        }
    }

    private boolean requireRepair(String item) {
        requireRepair();
        boolean known = asked.run().isPresent() && reader.isOf(id(), item);
        if (!known) {
            show("nothing_left");
        }
        return known;
    }

    private void repairAll() {
        requireRepair();
        acts("reconciliation.repair_all", id(), "");
        show(repairAll.begin(new ReconciliationId(id()), person.getName()) ? "repairing" : "nothing_left");
    }

    private void requireRepair() {
        person.require(Role.REFUNDER, asked.store().id());
    }

    private void acts(String act, String subject, String detail) {
        person.acts(act, asked.store().id(), subject, detail);
    }

    private void show(String done) {
        nextPage.show(PageAddress.of("reconciliation.xhtml")
                .with("run", id())
                .with("after", asked.parameter("after").orElse(""))
                .with("done", done));
    }

    private String id() {
        return asked.run().map(ReconciliationView::id).orElse("");
    }
}
