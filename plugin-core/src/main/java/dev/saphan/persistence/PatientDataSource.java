/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source for migrations: a statement of it, or the wait for another node's, may take any time. */
final class PatientDataSource {

    private static final ClassLoader LOADER = PatientDataSource.class.getClassLoader();

    private PatientDataSource() {}

    static DataSource of(DataSource impatient) {
        return (DataSource) Proxy.newProxyInstance(
                LOADER, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    @Nullable Object result = invoke(impatient, method, arguments);
                    return result instanceof Connection connection ? patient(connection) : result;
                });
    }

    private static Connection patient(Connection connection) {
        Silence.Borne borne = Silence.UNLIMITED.on(connection);
        return (Connection)
                Proxy.newProxyInstance(LOADER, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        borne.close();
                    }
                    return invoke(connection, method, arguments);
                });
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
