/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool's data source for those who bear more silence than the pool: from taking a connection until closing it. */
final class PatientDataSource {

    private static final ClassLoader LOADER = PatientDataSource.class.getClassLoader();

    private PatientDataSource() {}

    static DataSource of(DataSource impatient, Silence silence) {
        return (DataSource) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    @Nullable Object result = invoke(impatient, method, arguments);
                    return result instanceof Connection connection ? patient(connection, silence) : result;
                });
    }

    private static Connection patient(Connection connection, Silence silence) throws SQLException {
        Silence.Borne borne = begin(connection, silence);
        return (Connection)
                Proxy.newProxyInstance(LOADER, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        borne.close();
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static Silence.Borne begin(Connection connection, Silence silence) throws SQLException {
        try {
            return silence.on(connection);
        } catch (DatabaseUnavailable e) {
            connection.close();
            throw e;
        }
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
