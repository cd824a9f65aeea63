/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past.plugin;

import dev.saphan.past.Past;
import dev.saphan.past.PastPayment;
import dev.saphan.persistence.SchemaMigration;
import dev.saphan.secret.Seal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Fills a plugin's database: quickly, and in pieces that are each there as a whole or not at all. */
public final class PluginDatabase {

    private static final int PIECE = 5_000;

    /** How far back messages go: fewer than a plugin would keep, so that a first start stays short. */
    private static final Duration MESSAGES = Duration.ofDays(30);

    private final DataSource dataSource;
    private final String store;
    private final String returnUrl;
    private final Seal seal;

    /**
     * @param store whose test payments they are
     * @param returnUrl where their shoppers come from
     * @param seal of the plugin that will read them
     */
    public PluginDatabase(DataSource dataSource, String store, String returnUrl, Seal seal) {
        this.dataSource = dataSource;
        this.store = store;
        this.returnUrl = returnUrl;
        this.seal = seal;
    }

    /** Makes the tables, or brings them up to date. */
    public void migrate() {
        SchemaMigration.migrate(dataSource);
    }

    /**
     * Writes payments as a plugin would have them.
     *
     * @param progress hears how many there are
     */
    public void fill(Past past, LongConsumer progress) throws SQLException {
        fill(past, (rows, payment) -> {}, progress);
    }

    /**
     * As {@link #fill(Past, LongConsumer)}, with the work that a running plugin would have to do at that moment, and with
     * the messages of the last weeks.
     */
    public void fillWithWork(Past past, Instant present, LongConsumer progress) throws SQLException {
        Instant first = present.minus(MESSAGES);
        fill(
                past,
                (rows, payment) -> {
                    rows.addWork(payment, present);
                    if (payment.created().isAfter(first)) {
                        rows.addMessages(payment);
                    }
                },
                progress);
    }

    private interface More {
        void add(PaymentRows rows, PastPayment payment);
    }

    private void fill(Past past, More more, LongConsumer progress) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Rows.Sender sender = sender(connection);
            connection.setAutoCommit(false);
            Rows rows = new Rows();
            PaymentRows writer = new PaymentRows(store, returnUrl, seal, rows);
            long written = 0;
            for (Iterator<PastPayment> payments = past.payments().iterator(); payments.hasNext(); ) {
                PastPayment payment = payments.next();
                writer.add(payment);
                more.add(writer, payment);
                written++;
                if (written % PIECE == 0 || !payments.hasNext()) {
                    rows.send(connection, sender);
                    connection.commit();
                    progress.accept(written);
                }
            }
        }
    }

    /** Omise's list of events is read from here on: what happened before is in the tables already. */
    public void readEventsFrom(Instant time) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into event_cursor (account_key, read_until) values (?, ?)")) {
            statement.setString(1, store + ":test");
            statement.setObject(2, time.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static Rows.Sender sender(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.equals("postgresql") ? new CopySender() : new BatchSender();
    }
}
