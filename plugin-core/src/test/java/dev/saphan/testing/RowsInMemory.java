/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entity manager keeps under its id, with what hangs on it, for rules that look up one row. There are no queries.
 * Who ends transactions by {@link #commit} sees versions rise, too.
 */
public final class RowsInMemory {

    private record Key(Class<?> kind, Object id) {}

    private final Map<Key, Object> rows = new LinkedHashMap<>();
    private final IdentityHashMap<Object, List<Object>> states = new IdentityHashMap<>();
    private boolean written = true;

    public EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                RowsInMemory.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> call(method.getName(), arguments));
    }

    /** Those of a kind, oldest first. */
    public <T> List<T> all(Class<T> kind) {
        persistWhatHangsOnThem();
        return rows.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** As the end of a transaction: what changed has a new version. */
    public void commit() {
        persistWhatHangsOnThem();
        rows.values().forEach(this::rise);
        written = true;
    }

    /** As the migrations insert a row that is there from the beginning. */
    public void insert(String kind, Map<String, Object> columns) {
        try {
            Constructor<?> constructor = Class.forName(kind).getDeclaredConstructor();
            constructor.setAccessible(true);
            Object row = constructor.newInstance();
            for (Map.Entry<String, Object> column : columns.entrySet()) {
                field(row, column.getKey()).set(row, column.getValue());
            }
            rows.put(keyOf(row), row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in a column that nobody shows. */
    public static @Nullable Object column(Object row, String name) {
        return value(field(row, name), row);
    }

    /** Whether everything went to the database already, rather than at the end of the transaction. */
    public boolean isWritten() {
        return written;
    }

    private @Nullable Object call(String method, Object[] arguments) {
        return switch (method) {
            case "find" -> {
                persistWhatHangsOnThem();
                yield rows.get(new Key((Class<?>) arguments[0], arguments[1]));
            }
            case "persist" -> {
                Object before = rows.putIfAbsent(keyOf(arguments[0]), arguments[0]);
                if (before != null && before != arguments[0]) {
                    throw new IllegalStateException("There is such a row already");
                }
                written = false;
                yield null;
            }
            case "remove" -> {
                rows.remove(keyOf(arguments[0]));
                hangingOn(arguments[0], CascadeType.REMOVE).forEach(row -> rows.remove(keyOf(row)));
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

    private void persistWhatHangsOnThem() {
        List.copyOf(rows.values())
                .forEach(row ->
                        hangingOn(row, CascadeType.PERSIST).forEach(other -> rows.putIfAbsent(keyOf(other), other)));
    }

    private static List<Object> hangingOn(Object row, CascadeType cascade) {
        return fields(row)
                .filter(field -> field.isAnnotationPresent(OneToMany.class)
                        && Set.of(field.getAnnotation(OneToMany.class).cascade())
                                .contains(cascade))
                .<Object>flatMap(
                        field -> value(field, row) instanceof Collection<?> many ? many.stream() : Stream.empty())
                .toList();
    }

    private void rise(Object row) {
        annotated(row, Version.class).ifPresent(version -> {
            List<Object> now = state(row);
            List<Object> before = states.put(row, now);
            if (before != null && !before.equals(now)) {
                setNext(version, row);
            }
        });
    }

    private static void setNext(Field version, Object row) {
        try {
            version.setLong(row, version.getLong(row) + 1);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in the row itself. */
    private static List<Object> state(Object row) {
        List<Object> state = new ArrayList<>();
        fields(row)
                .filter(field ->
                        !field.isAnnotationPresent(Version.class) && !field.isAnnotationPresent(OneToMany.class))
                .map(field -> value(field, row))
                .forEach(
                        value -> state.add(value instanceof Set<?> set ? Set.copyOf(set) : Optional.ofNullable(value)));
        return state;
    }

    private static Key keyOf(Object row) {
        Field id = annotated(row, Id.class).orElseThrow();
        return new Key(row.getClass(), Optional.ofNullable(value(id, row)).orElseThrow());
    }

    private static Optional<Field> annotated(Object row, Class<? extends Annotation> annotation) {
        return fields(row)
                .filter(field -> field.isAnnotationPresent(annotation))
                .findFirst();
    }

    private static Field field(Object row, String name) {
        return fields(row)
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Field> fields(Object row) {
        return Stream.of(row.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .peek(field -> field.setAccessible(true));
    }

    private static @Nullable Object value(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
