/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import dev.saphan.alert.Alert;
import dev.saphan.alert.AlertKind;
import dev.saphan.alert.Alerts;
import dev.saphan.job.JobFailures;
import dev.saphan.overview.LookForTrouble;
import dev.saphan.overview.Trouble;
import dev.saphan.overview.WebhookSilence;
import dev.saphan.payment.PaymentFilter.Condition;
import dev.saphan.payment.PaymentTotal;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What needs a person, each as a link to the page that shows exactly that. */
@Named("matters")
@RequestScoped
public class MattersPage {

    /** The others are told by what they are about: payments and work. */
    private static final Set<AlertKind> TOLD_ELSEWHERE = Set.of(AlertKind.PAYMENT_ATTENTION, AlertKind.WORK_GIVEN_UP);

    @Inject
    OverviewRequest asked;

    @Inject
    LookForTrouble lookForTrouble;

    @Inject
    Alerts alerts;

    @Inject
    JobFailures failures;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private final List<Matter> found = new ArrayList<>();
    private final List<String> hearing = new ArrayList<>();

    @PostConstruct
    void read() {
        for (Store store : asked.query().stores()) {
            Trouble trouble = lookForTrouble.in(store.id(), asked.query().mode());
            trouble.payments().forEach((condition, totals) -> found.add(payments(store, condition, totals)));
            if (trouble.messages() > 0) {
                found.add(messages(store, trouble.messages()));
            }
            if (trouble.isSilent()) {
                trouble.silence().ifPresent(silence -> found.add(silence(store, silence)));
            }
            hearing.add(hearing(store, trouble.silence()));
        }
        transactions.run(this::readAlertsAndWork);
    }

    private void readAlertsAndWork() {
        for (Store store : asked.query().stores()) {
            alerts.open().stream()
                    .filter(alert -> alert.store().equals(Optional.of(store.id())))
                    .filter(alert -> !TOLD_ELSEWHERE.contains(alert.kind()))
                    .map(Alert::kind)
                    .distinct()
                    .forEach(kind -> found.add(alert(store, kind)));
        }
        long dead = person.mayEverywhere(Role.VIEWER) ? failures.countDead() : 0;
        if (dead > 0) {
            found.add(new Matter(
                    "work",
                    wording.of("alert.work_given_up.title"),
                    String.valueOf(dead),
                    List.of(),
                    "",
                    wording.of("overview.matter.work"),
                    "attention.xhtml#work"));
        }
    }

    private Matter payments(Store store, Condition condition, List<PaymentTotal> totals) {
        return new Matter(
                condition.code(),
                wording.of("condition." + condition.code()),
                String.valueOf(totals.stream().mapToLong(PaymentTotal::payments).sum()),
                totals.stream()
                        .map(total -> total.amount().format(wording.locale()))
                        .toList(),
                name(store),
                wording.of("overview.matter." + condition.code()),
                at(store, "payments.xhtml").with("status", condition.code()).toString());
    }

    private Matter messages(Store store, long count) {
        return new Matter(
                "messages",
                wording.of("overview.matter.messages.title"),
                String.valueOf(count),
                List.of(),
                name(store),
                wording.of("overview.matter.messages"),
                at(store, "messages.xhtml")
                        .with("box", "commands")
                        .with("status", "unusable")
                        .toString());
    }

    private Matter silence(Store store, WebhookSilence silence) {
        return new Matter(
                "silence",
                wording.of("overview.matter.silence.title"),
                "",
                List.of(),
                name(store),
                reckoning(store, silence),
                at(store, "messages.xhtml").with("box", "events").toString());
    }

    private Matter alert(Store store, AlertKind kind) {
        return new Matter(
                kind.code(),
                wording.of("alert." + kind.code() + ".title"),
                "",
                List.of(),
                name(store),
                wording.of("alert." + kind.code() + ".advice"),
                "attention.xhtml");
    }

    private String hearing(Store store, Optional<WebhookSilence> silence) {
        String told =
                silence.map(known -> reckoning(store, known)).orElseGet(() -> wording.of("overview.hearing.none"));
        return name(store).isEmpty() ? told : store.name() + ": " + told;
    }

    private String reckoning(Store store, WebhookSilence silence) {
        TimeText times = new TimeText(wording);
        return wording.told(
                "overview.hearing",
                Moment.of(silence.last(), store.timeZone()).text(),
                times.of(silence.waited()),
                times.of(silence.usual()));
    }

    private PageAddress at(Store store, String page) {
        return PageAddress.of(page)
                .with("store", store.id().value())
                .with("mode", asked.query().mode().code());
    }

    private String name(Store store) {
        return asked.query().stores().size() > 1 ? store.name() : "";
    }

    public List<Matter> getFound() {
        return found;
    }

    /** How long webhooks usually take, and how it is now: a sentence for each store. */
    public List<String> getHearing() {
        return hearing;
    }
}
