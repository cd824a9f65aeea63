/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an entity manager keeps under its id, for rules that look up one row. There are no queries. */
public final class RowsInMemory {

    private final Map<Object, Object> rows = new LinkedHashMap<>();
    private boolean written = true;

    public EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                RowsInMemory.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> call(method.getName(), arguments));
    }

    /** Those of a kind, oldest first. */
    public <T> List<T> all(Class<T> kind) {
        return rows.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether everything went to the database already, rather than at the end of the transaction. */
    public boolean isWritten() {
        return written;
    }

    private @Nullable Object call(String method, Object[] arguments) {
        return switch (method) {
            case "find" -> rows.get(arguments[1]);
            case "persist" -> {
                if (rows.putIfAbsent(idOf(arguments[0]), arguments[0]) != null) {
                    throw new IllegalStateException("There is such a row already");
                }
                written = false;
                yield null;
            }
            case "remove" -> {
                rows.remove(idOf(arguments[0]));
                yield null;
            }
            case "flush" -> {
                written = true;
                yield null;
            }
            case "refresh" -> null;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static Object idOf(Object row) {
        Field id = Stream.of(row.getClass().getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Id.class))
                .findFirst()
                .orElseThrow();
        try {
            id.setAccessible(true);
            return id.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
