/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.support;

import dev.saphan.alert.Alert;
import dev.saphan.alert.Alerts;
import dev.saphan.job.JobFailure;
import dev.saphan.job.JobFailures;
import dev.saphan.persistence.Transactions;
import dev.saphan.storefront.OrderCommand;
import dev.saphan.storefront.OrderCommands;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Instant;

/** The last alerts, the messages that the storefront does not take, and the work that fails. */
@Wired
class TroublePart implements BundlePart {

    private static final int MOST = 200;

    private final Alerts alerts;
    private final OrderCommands commands;
    private final JobFailures failures;
    private final Transactions transactions;

    @Inject
    TroublePart(Alerts alerts, OrderCommands commands, JobFailures failures, Transactions transactions) {
        this.alerts = alerts;
        this.commands = commands;
        this.failures = failures;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "4-trouble.txt";
    }

    @Override
    public String text(BundleRequest request) {
        return transactions.call(() -> read(request));
    }

    private String read(BundleRequest request) {
        Facts facts = new Facts();
        facts.title("The last alerts");
        alerts.newest(request.store().id(), request.installation(), MOST).forEach(alert -> facts.line(line(alert)));
        facts.title("Messages that the storefront does not take");
        commands.inTrouble().stream()
                .filter(command -> command.store().equals(request.store().id()))
                .limit(MOST)
                .forEach(command -> facts.line(line(command)));
        if (request.installation()) {
            facts.title("Work that fails, all stores");
            failures.list().stream().limit(MOST).forEach(failure -> facts.line(line(failure)));
        }
        return facts.text();
    }

    private static String line(Alert alert) {
        return String.join(
                " | ",
                alert.lastAt().toString(),
                alert.kind().code(),
                alert.subject(),
                alert.times() + " times",
                alert.settledAt()
                        .map(Instant::toString)
                        .map(at -> "settled " + at)
                        .orElse("open"),
                alert.detail());
    }

    private static String line(OrderCommand command) {
        return String.join(
                " | ",
                command.createdAt().toString(),
                command.id(),
                command.type(),
                command.subjectId(),
                command.status().name(),
                command.deliveries() + " deliveries",
                String.valueOf(command.lastAnswer()));
    }

    private static String line(JobFailure failure) {
        return String.join(
                " | ",
                failure.lastFailedAt().toString(),
                failure.job(),
                failure.subject(),
                failure.failures() + " times",
                failure.isDead() ? "given up" : "still tried",
                failure.error());
    }
}
