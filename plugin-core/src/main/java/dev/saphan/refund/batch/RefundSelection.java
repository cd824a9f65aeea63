/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.refund.batch;

import dev.saphan.audit.AuditTrail;
import dev.saphan.audit.Who;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.job.Job;
import dev.saphan.job.Jobs;
import dev.saphan.money.Money;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.Payments;
import dev.saphan.persistence.Transactions;
import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.refund.Asked;
import dev.saphan.refund.RefundDenied;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.secret.Digests;
import dev.saphan.settings.AccountKey;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Refunds what is left of several payments, one after the other:
 *
 * <ol>
 *   <li>The selection is written down with what was left of each payment when the person decided.
 *   <li>Each payment is asked for like any refund of a person, with a key of its own: limits, budgets and what changed
 *       meanwhile hold for each, and after a crash the same key leads to the refund that was made before it.
 *   <li>What came of it is written down before the next.
 * </ol>
 */
@Wired
public class RefundSelection implements Job {

    static final String NAME = "refund-selection";

    private static final int AT_ONCE = 10;
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final RefundBatches batches;
    private final Payments payments;
    private final RequestRefund requestRefund;
    private final AuditTrail trail;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    RefundSelection(
            RefundBatches batches,
            Payments payments,
            RequestRefund requestRefund,
            AuditTrail trail,
            Jobs jobs,
            Transactions transactions,
            Clock clock) {
        this.batches = batches;
        this.payments = payments;
        this.requestRefund = requestRefund;
        this.trail = trail;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a person wants to go back.
     *
     * @param key of the form, so that sending it twice is one selection
     * @param rows what was left of each payment; those of another account are left out
     */
    public record Selection(
            AccountKey account, String key, Map<PaymentId, Money> rows, String reason, String requestedBy) {

        public Selection {
            rows = new LinkedHashMap<>(rows);
            if (rows.isEmpty() || rows.size() > RefundBatch.MOST) {
                throw new IllegalArgumentException(rows.size() + " payments");
            }
        }

        String id() {
            return "rba_"
                    + Digests.sha256(account + "\n" + requestedBy + "\n" + key).substring(0, 32);
        }
    }

    /** Answers the batch's id; the same for the same key of the same person. */
    public String begin(Selection selection) {
        return transactions.callAgainOnConflict(() -> {
            String id = selection.id();
            if (batches.find(id).isEmpty()) {
                enter(id, selection);
            }
            return id;
        });
    }

    private void enter(String id, Selection selection) {
        AccountKey account = selection.account();
        RefundBatch batch = new RefundBatch(id, account, selection.reason(), selection.requestedBy(), clock.instant());
        batches.add(batch);
        int position = 0;
        for (Map.Entry<PaymentId, Money> row : selection.rows().entrySet()) {
            if (payments.find(account.store(), account.mode(), row.getKey()).isPresent()) {
                batches.add(new RefundBatchItem(batch, position++, row.getKey(), row.getValue(), clock.instant()));
            }
        }
        jobs.schedule(NAME, id, clock.instant());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        for (int done = 0; done < AT_ONCE; done++) {
            Optional<Row> row = transactions.call(() -> next(id));
            if (row.isEmpty()) {
                transactions.run(() -> batches.find(id).ifPresent(batch -> batch.finish(clock.instant())));
                return Next.DONE;
            }
            Optional<Duration> pause = refund(row.get());
            if (pause.isPresent()) {
                return Next.at(clock.instant().plus(pause.get()));
            }
        }
        return Next.at(clock.instant());
    }

    private Optional<Row> next(String id) {
        return batches.find(id)
                .filter(RefundBatch::isRunning)
                .flatMap(batch -> batches.items(id).stream()
                        .filter(item -> !item.isDone())
                        .findFirst()
                        .map(item -> new Row(
                                item.id(),
                                batch.account(),
                                item.payment(),
                                item.amount(),
                                batch.reason(),
                                batch.askedBy())));
    }

    /** How long to wait before this row is tried again; empty once it is done. */
    private Optional<Duration> refund(Row row) {
        try {
            Asked asked = requestRefund.request(row.request());
            record(row, asked.id(), item -> item.came(asked));
        } catch (RefundDenied denied) {
            String code = "denied_" + denied.reason().name().toLowerCase(Locale.ROOT);
            record(row, code, item -> item.refused(code));
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.REQUEST_IN_PROGRESS) {
                return Optional.of(SHORTLY);
            }
            if (problem.code() == ErrorCode.GATEWAY_UNAVAILABLE) {
                return Optional.of(LATER);
            }
            record(
                    row,
                    problem.code().code(),
                    item -> item.refused(problem.code().code()));
        }
        return Optional.empty();
    }

    private void record(Row row, String result, Consumer<RefundBatchItem> change) {
        transactions.run(() -> {
            change.accept(batches.item(row.id()).orElseThrow());
            trail.record(
                    new Who(row.by(), ""),
                    "refund.request",
                    row.account().store(),
                    row.payment().value(),
                    row.amount() + ", " + row.reason() + ", of a selection: " + result);
        });
    }

    private record Row(String id, AccountKey account, PaymentId payment, Money amount, String reason, String by) {

        RequestRefund.Request request() {
            IdempotencyKey key = new IdempotencyKey(
                    account.store(),
                    account.mode(),
                    "back office: refund of a selection",
                    id,
                    Digests.sha256(amount + "\n" + reason));
            return new RequestRefund.Request(payment, key, amount, amount, reason, RefundOrigin.ADMIN, by);
        }
    }
}
