/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.startup;

import dev.saphan.secret.Seal;
import dev.saphan.settings.InvalidConfiguration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A word in the database, sealed by the first node. A node whose keyset does not open it could read no payment and no
 * setting that is there, and nobody else could read what it writes, so it does not start.
 */
final class KeysetCanary {

    private static final String WORD = "saphan";
    private static final String ROW = "keyset_canary";

    /** Older versions left no word, but these. */
    private static final List<Place> PLACES = List.of(
            new Place(ROW, "select sealed, '" + ROW + "' from keyset_canary"),
            new Place(
                    "payment",
                    "select token_sealed, id from payment order by created_at desc, id fetch first 1 rows only"),
            new Place("store_setting", "select setting, id from store_setting order by id fetch first 1 rows only"));

    private KeysetCanary() {}

    /** Where sealed text lies, and how to get one and the row that it is bound to. */
    private record Place(String table, String query) {}

    private record Sealed(String text, String row) {

        boolean opensWith(Seal seal) {
            try {
                seal.open(text, row);
                return true;
            } catch (IllegalStateException e) {
                return false;
            }
        }
    }

    /**
     * To be asked before a keyset is made: only a database without anything sealed may get a new one.
     *
     * @throws InvalidConfiguration if the keyset is missing that opens what is there
     */
    static void requireNothingSealed(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            if (anything(connection).isPresent()) {
                throw refused("is missing, and the database holds what it sealed");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /**
     * To be asked with the newest schema. The first node leaves the word.
     *
     * @throws InvalidConfiguration if the keyset does not open what is there
     */
    static void check(DataSource dataSource, Seal seal) {
        try (Connection connection = dataSource.getConnection()) {
            requireOpens(anything(connection), seal);
            if (word(connection).isEmpty()) {
                leaveWord(connection, seal);
                requireOpens(word(connection), seal);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    private static void requireOpens(Optional<Sealed> sealed, Seal seal) {
        if (sealed.isPresent() && !sealed.get().opensWith(seal)) {
            throw refused("does not open what is in the database: it was sealed with another");
        }
    }

    private static InvalidConfiguration refused(String why) {
        return new InvalidConfiguration(List.of("saphan.keyset, or keyset.json in saphan.data-dir, " + why
                + ". Give this node the keyset of the other nodes, or the one from the backup, with its older keys"));
    }

    /** Another node that starts at the same moment may be first; then its word stays. */
    private static void leaveWord(Connection connection, Seal seal) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into keyset_canary (id, sealed) values (1, ?)")) {
            insert.setString(1, seal.close(WORD, ROW));
            insert.executeUpdate();
        } catch (SQLException e) {
            if (word(connection).isEmpty()) {
                throw e;
            }
        }
    }

    private static Optional<Sealed> word(Connection connection) throws SQLException {
        return first(connection, PLACES.get(0));
    }

    private static Optional<Sealed> anything(Connection connection) throws SQLException {
        for (Place place : PLACES) {
            Optional<Sealed> found = isThere(connection, place) ? first(connection, place) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sealed> first(Connection connection, Place place) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(place.query())) {
            return rows.next() ? Optional.of(new Sealed(rows.getString(1), rows.getString(2))) : Optional.empty();
        }
    }

    private static boolean isThere(Connection connection, Place place) throws SQLException {
        var metadata = connection.getMetaData();
        String name = metadata.storesUpperCaseIdentifiers() ? place.table().toUpperCase(Locale.ROOT) : place.table();
        try (ResultSet tables = metadata.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
            return tables.next();
        }
    }
}
