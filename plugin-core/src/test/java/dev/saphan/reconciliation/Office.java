/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.reconciliation;

import dev.saphan.gateway.Charge;
import dev.saphan.gateway.ChargeFees;
import dev.saphan.gateway.ChargeStatus;
import dev.saphan.gateway.Gateway;
import dev.saphan.gateway.GatewayRefund;
import dev.saphan.idempotency.IdempotencyKey;
import dev.saphan.job.Job;
import dev.saphan.method.Channel;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentDetails;
import dev.saphan.money.Money;
import dev.saphan.payment.Attempt;
import dev.saphan.payment.AttemptId;
import dev.saphan.payment.AttemptRequest;
import dev.saphan.payment.Payment;
import dev.saphan.payment.PaymentId;
import dev.saphan.payment.PaymentOrder;
import dev.saphan.payment.Payments;
import dev.saphan.payment.StartPayment;
import dev.saphan.payment.SyncAttempt;
import dev.saphan.persistence.Transactions;
import dev.saphan.refund.RefundOrigin;
import dev.saphan.refund.RequestRefund;
import dev.saphan.secret.Keyset;
import dev.saphan.settings.AccountKey;
import dev.saphan.settings.Mode;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.testing.Database;
import dev.saphan.testing.InMemoryOmise;
import dev.saphan.testing.Node;
import dev.saphan.testing.Steps;
import dev.saphan.testing.TestClock;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A store's back office with a gateway in memory. Nothing happens by itself: a test says which work runs. */
final class Office {

    static final Money PRICE = Money.ofMinor(150_000, "THB");
    static final StoreId STORE = new StoreId("shop");
    static final AccountKey ACCOUNT = new AccountKey(STORE, Mode.TEST);
    private static final StoreId OTHER = new StoreId("other");
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final List<String> TABLES = List.of(
            "reconciled_item",
            "reconciliation",
            "scheduled_tasks",
            "alert",
            "order_command",
            "history",
            "refund",
            "idempotency_key",
            "payment_details",
            "payment_attention",
            "attempt",
            "payment");
    private static final Map<Database, Office> OPEN = new EnumMap<>(Database.class);

    private final TestClock clock = new TestClock();
    private final AtomicReference<Steps> steps = new AtomicReference<>(Steps.NONE);
    private final InMemoryOmise omise =
            new InMemoryOmise(clock, what -> steps.get().before(what));
    private final Node node;

    private Office(Database database) {
        DataSource pool = database.open();
        node = new Node(
                pool,
                Map.of(
                        "saphan.public-url",
                        "https://pay.example/payments",
                        "saphan.stores",
                        STORE + "," + OTHER,
                        "saphan.store.shop.test.secret-key",
                        "skey_test_saphandemo0000001",
                        "saphan.store.other.test.secret-key",
                        "skey_test_saphandemo0000001"),
                clock,
                Keyset.parse(Keyset.generate()),
                Steps.NONE,
                Map.of(Gateway.class, omise));
    }

    /** An empty one; what a test did before is forgotten. */
    static synchronized Office on(Database database) {
        Office office = OPEN.computeIfAbsent(database, Office::new);
        office.clock.reset();
        office.steps.set(Steps.NONE);
        office.omise.clear();
        office.empty();
        return office;
    }

    private void empty() {
        try (Connection connection = node.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T get(Class<T> type) {
        return node.get(type);
    }

    Transactions transactions() {
        return get(Transactions.class);
    }

    InMemoryOmise omise() {
        return omise;
    }

    TestClock clock() {
        return clock;
    }

    /** Told before each question to the gateway, and before each answer is heard. */
    void onEachStep(Steps listener) {
        steps.set(listener);
    }

    PaymentId open() {
        return open(STORE);
    }

    PaymentId openInTheOtherStore() {
        return open(OTHER);
    }

    private PaymentId open(StoreId store) {
        String order = "O-" + UUID.randomUUID();
        return get(StartPayment.class)
                .start(new StartPayment.Request(
                        get(Stores.class).get(store),
                        key(store, "POST /payments", order),
                        new PaymentOrder(
                                store,
                                Mode.TEST,
                                order,
                                PRICE,
                                Channel.ONLINE,
                                Locale.ENGLISH,
                                URI.create("https://shop.example/orders/1"),
                                "{}"),
                        Optional.of(AttemptRequest.with(get(Methods.class).get("atome_qr"))),
                        PaymentDetails.NONE,
                        Optional.empty()));
    }

    /** Paid, and everybody knows it. */
    PaymentId paid() {
        PaymentId payment = open();
        payInWallet(payment);
        sync(payment);
        return payment;
    }

    void payInWallet(PaymentId payment) {
        omise.books().pay(charge(payment), clock.instant());
    }

    void sync(PaymentId payment) {
        get(SyncAttempt.class).sync(attempt(payment), "test");
    }

    void refund(PaymentId payment, Money amount, Money expected) {
        get(RequestRefund.class)
                .request(new RequestRefund.Request(
                        payment,
                        key(STORE, "refund", UUID.randomUUID().toString()),
                        amount,
                        expected,
                        "broken",
                        RefundOrigin.API,
                        "storefront"));
    }

    private IdempotencyKey key(StoreId store, String operation, String key) {
        return new IdempotencyKey(store, Mode.TEST, operation, key, "hash");
    }

    AttemptId attempt(PaymentId payment) {
        return transactions()
                .call(() -> get(Payments.class)
                        .find(payment)
                        .flatMap(Payment::newestAttempt)
                        .map(Attempt::id)
                        .orElseThrow());
    }

    Attempt readAttempt(PaymentId payment) {
        return transactions()
                .call(() -> get(Payments.class).findAttempt(attempt0(payment)).orElseThrow());
    }

    private AttemptId attempt0(PaymentId payment) {
        return get(Payments.class)
                .find(payment)
                .flatMap(Payment::newestAttempt)
                .map(Attempt::id)
                .orElseThrow();
    }

    Payment read(PaymentId payment) {
        return transactions().call(() -> {
            Payment found = get(Payments.class).find(payment).orElseThrow();
            found.attention();
            return found;
        });
    }

    /** The one that Omise has for it, whether we know it or not. */
    String charge(PaymentId payment) {
        AttemptId attempt = attempt(payment);
        return omise.books().charges().stream()
                .filter(charge -> charge.attempt().equals(Optional.of(attempt.value())))
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    Period thisWeek() {
        LocalDate today = clock.instant().atZone(BANGKOK).toLocalDate();
        return new Period(today.minusDays(6), today.plusDays(1), BANGKOK);
    }

    ReconciliationId compare() {
        return compare(thisWeek());
    }

    ReconciliationId compare(Period period) {
        ReconciliationId id = get(StartReconciliation.class).start(ACCOUNT, period, "a viewer");
        runToTheEnd(Reconcile.NAME, id);
        return id;
    }

    /** Every run that is due, without waiting between them. */
    void runToTheEnd(String job, ReconciliationId id) {
        int runs = 0;
        while (node.run(job, id.value()) instanceof Job.Next.Again) {
            if (++runs > 1000) {
                throw new AssertionError(job + " does not come to an end");
            }
        }
    }

    Job.Next run(String job, ReconciliationId id) {
        return node.run(job, id.value());
    }

    Reconciliation comparison(ReconciliationId id) {
        return transactions().call(() -> get(Reconciliations.class).find(id).orElseThrow());
    }

    List<ReconciledItem> items(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledItems.class).all(id, "", 1000));
    }

    List<ReconciledItem> differences(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledItems.class).differences(id, "", 1000));
    }

    Tally tally(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).tally(id));
    }

    List<BookTotals> totals(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).totals(id));
    }

    List<DayTotals> days(ReconciliationId id) {
        return transactions().call(() -> get(ReconciledSums.class).days(id));
    }

    Optional<Outcome> repair(ReconciledItem item, String by) {
        return get(RepairDifference.class).repair(item.id(), by);
    }

    /** A paid charge as somebody else could have made it. */
    static Charge somebodys(String id, Money amount, Instant paid) {
        Money fee = Money.ofMinor(amount.minorUnits() / 50, amount.currencyCode());
        Money vat = Money.ofMinor(fee.minorUnits() / 14, amount.currencyCode());
        return new Charge(
                id,
                Mode.TEST,
                amount,
                ChargeStatus.SUCCESSFUL,
                "atome_qr",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                paid,
                Optional.empty(),
                Optional.of(paid),
                Money.zero(amount.currency()),
                Optional.of(new ChargeFees(fee, vat, amount.minus(fee).minus(vat))),
                true,
                Optional.empty(),
                false,
                List.of());
    }

    /** The same charge, with other words about amount and refunds. */
    static Charge retold(Charge charge, Money amount, Optional<String> attempt, List<GatewayRefund> refunds) {
        return new Charge(
                charge.id(),
                charge.mode(),
                amount,
                charge.status(),
                charge.sourceType(),
                attempt,
                charge.failureCode(),
                charge.authorizeUri(),
                charge.qrImage(),
                charge.createdAt(),
                charge.expiresAt(),
                charge.paidAt(),
                refunds.stream().map(GatewayRefund::amount).reduce(Money.zero(amount.currency()), Money::plus),
                charge.fees(),
                charge.refundable(),
                charge.partiallyRefundable(),
                charge.disputed(),
                refunds);
    }
}
