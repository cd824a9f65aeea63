/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Counts what goes to a database, each thread's for itself: statements, transactions, and those of them that had something
 * to keep, for each of which a database waits for its disk.
 */
public final class DatabaseTraffic {

    private static final Set<String> EXECUTES =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");

    private final ThreadLocal<Count> count = ThreadLocal.withInitial(Count::new);

    /** What work of one thread cost. */
    public record Cost(List<String> statements, int transactions, int syncs) {

        @Override
        public String toString() {
            return statements.size() + " statements, " + transactions + " transactions, " + syncs + " syncs:\n  "
                    + String.join("\n  ", statements);
        }
    }

    /** What that work costs of this thread. */
    public Cost of(Runnable work) {
        count.set(new Count());
        work.run();
        Count counted = count.get();
        return new Cost(List.copyOf(counted.statements), counted.transactions, counted.syncs);
    }

    /** The same database, seen. */
    public DataSource over(DataSource database) {
        return StandIn.of(DataSource.class, (method, arguments) -> {
            Object answer = method.invoke(database, arguments);
            return answer instanceof Connection connection ? seen(connection) : answer;
        });
    }

    private Connection seen(Connection connection) {
        return StandIn.of(Connection.class, (method, arguments) -> {
            Object answer = method.invoke(connection, arguments);
            if (answer instanceof PreparedStatement statement) {
                return seen(PreparedStatement.class, statement, connection, (String) arguments[0]);
            }
            if (answer instanceof Statement statement) {
                return seen(Statement.class, statement, connection, "");
            }
            if (method.getName().equals("commit")) {
                count.get().committed();
            }
            return answer;
        });
    }

    private <S extends Statement> S seen(Class<S> type, S statement, Connection connection, String prepared) {
        return StandIn.of(type, (method, arguments) -> {
            if (EXECUTES.contains(method.getName())) {
                String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
                count.get().executed(sql, connection.getAutoCommit());
            }
            return method.invoke(statement, arguments);
        });
    }

    private static final class Count {

        private final List<String> statements = new ArrayList<>();
        private int transactions;
        private int syncs;
        private boolean hasWritten;

        void executed(String sql, boolean alone) {
            String words = sql.strip().toLowerCase(Locale.ROOT);
            statements.add(sql.strip());
            hasWritten |= !words.startsWith("select") || words.contains("for update");
            if (alone) {
                committed();
            }
        }

        void committed() {
            transactions++;
            syncs += hasWritten ? 1 : 0;
            hasWritten = false;
        }
    }
}
