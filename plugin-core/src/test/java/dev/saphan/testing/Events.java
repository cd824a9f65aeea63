/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/** Events without a container. */
public final class Events {

    private Events() {}

    /** Whatever is fired is added to the list. */
    public static <T> Event<T> into(List<Object> fired) {
        return to(fired::add);
    }

    /** Whatever is fired is told at once. */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> to(Consumer<Object> listener) {
        return (Event<T>) Proxy.newProxyInstance(
                Events.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("fire")) {
                        listener.accept(arguments[0]);
                    }
                    return null;
                });
    }
}
