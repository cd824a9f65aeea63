/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final int OF_THE_POOL = 2000;

    private final List<String> calls = new ArrayList<>();

    private @Nullable SQLException failure;

    @Test
    void isBorneForAsLongAsTheWorkLastsAndNoLonger() {
        try (Silence.Borne ignored = Silence.ofAtMost(Duration.ofSeconds(30)).on(connection())) {
            calls.add("work");
        }

        assertThat(calls).containsExactly("setNetworkTimeout 30000", "work", "setNetworkTimeout " + OF_THE_POOL);
    }

    @Test
    void isNeverUnlimitedByMistake() {
        Silence.ofAtMost(Duration.ofNanos(1)).on(connection());

        assertThat(calls).containsExactly("setNetworkTimeout 1");
    }

    @Test
    void isTheDriversOwnMatterWhereItKnowsNoLimit() {
        failure = new SQLFeatureNotSupportedException();

        Silence.UNLIMITED.on(connection()).close();

        assertThat(calls).isEmpty();
    }

    @Test
    void isNotBegunOnAConnectionThatIsClosed() {
        failure = new SQLException("closed", "08003");

        assertThatThrownBy(() -> Silence.UNLIMITED.on(connection())).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void hasNoLimitInAMigrationAndThatOfThePoolAfterIt() throws SQLException {
        DataSource pool = fake(DataSource.class, (method, arguments) -> connection());

        try (Connection connection =
                PatientDataSource.of(pool, Silence.UNLIMITED).getConnection()) {
            connection.createStatement();
        }

        assertThat(calls)
                .containsExactly("setNetworkTimeout 0", "createStatement", "setNetworkTimeout " + OF_THE_POOL, "close");
    }

    private Connection connection() {
        return fake(Connection.class, (method, arguments) -> {
            if (failure != null) {
                throw failure;
            }
            if (method.equals("getNetworkTimeout")) {
                return OF_THE_POOL;
            }
            calls.add(arguments == null ? method : method + " " + arguments[1]);
            return null;
        });
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object @Nullable [] arguments) throws SQLException;
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                SilenceTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
