/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.attention;

import dev.saphan.alert.Alert;
import dev.saphan.alert.AlertKind;
import dev.saphan.alert.Alerts;
import dev.saphan.job.JobFailure;
import dev.saphan.job.JobFailures;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.attention.AttentionList.AlertLine;
import dev.saphan.web.admin.attention.AttentionList.MessageLine;
import dev.saphan.web.admin.attention.AttentionList.WorkLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads what waits for a person and puts it into words. */
@RequestScoped
public class AttentionReader {

    @Inject
    Alerts alerts;

    @Inject
    OrderCommands commands;

    @Inject
    JobFailures failures;

    @Inject
    Payments payments;

    @Inject
    Stores stores;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    Wording wording;

    AttentionList read() {
        return transactions.call(() -> new AttentionList(
                alerts.open().stream()
                        .filter(alert -> may(Role.VIEWER, alert.store()))
                        .map(this::alert)
                        .toList(),
                commands.inTrouble().stream()
                        .filter(command -> person.may(Role.VIEWER, command.store()))
                        .map(this::message)
                        .toList(),
                may(Role.VIEWER, Optional.empty())
                        ? failures.list().stream().map(this::work).toList()
                        : List.of()));
    }

    /** What is of no store concerns those who have the role in every store. */
    private boolean may(Role needed, Optional<StoreId> store) {
        return store.map(id -> person.may(needed, id)).orElseGet(() -> person.mayEverywhere(needed));
    }

    private AlertLine alert(Alert alert) {
        Optional<Store> store = alert.store().flatMap(stores::find);
        ZoneId zone = zone(alert.store());
        String subject = alert.subject();
        String about = alert.kind() == AlertKind.PAYMENT_ATTENTION ? subject.substring(0, subject.indexOf(':')) : "";
        String key = about.isEmpty()
                ? "alert." + alert.kind().code()
                : "attention." + subject.substring(subject.indexOf(':') + 1);
        return new AlertLine(
                alert.id(),
                alert.kind().code(),
                wording.of(key + ".title"),
                wording.of(key + ".advice"),
                store.map(Store::name).orElse(""),
                about.isEmpty() ? subject : order(about),
                address(about),
                alert.detail(),
                alert.times(),
                Moment.of(alert.raisedAt(), zone),
                Moment.of(alert.lastAt(), zone),
                alert.store().orElse(null),
                may(Role.REFUNDER, alert.store()));
    }

    private MessageLine message(OrderCommand command) {
        boolean aboutPayment = command.subjectId().startsWith("pay_");
        return new MessageLine(
                command.id(),
                command.type(),
                aboutPayment ? address(command.subjectId()) : "",
                Optional.ofNullable(command.lastAnswer()).orElse(""),
                command.deliveries(),
                command.status() == OrderCommand.Status.WAITING,
                Moment.of(command.createdAt(), zone(Optional.of(command.store()))),
                command.store(),
                person.may(Role.ADMIN, command.store()));
    }

    private WorkLine work(JobFailure failure) {
        return new WorkLine(
                failure.job(),
                wording.ofOr("work." + failure.job(), failure.job()),
                failure.subject(),
                failure.error(),
                failure.failures(),
                failure.isDead(),
                Moment.of(failure.lastFailedAt(), zone(Optional.empty())));
    }

    private String order(String payment) {
        return payments.find(new PaymentId(payment))
                .map(found -> found.orderReference())
                .orElse(payment);
    }

    private static String address(String payment) {
        return payment.isEmpty()
                ? ""
                : PageAddress.of("payment.xhtml").with("id", payment).toString();
    }

    /** The store's own, or for the installation that of its first store. */
    private ZoneId zone(Optional<StoreId> store) {
        return store.flatMap(stores::find)
                .or(() -> stores.all().stream().findFirst())
                .map(Store::timeZone)
                .orElse(ZoneId.of("UTC"));
    }
}
