/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;

/** Events without a container. */
public final class Events {

    private Events() {}

    /** Whatever is fired is added to the list. */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> into(List<Object> fired) {
        return (Event<T>) Proxy.newProxyInstance(
                Events.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("fire")) {
                        fired.add(arguments[0]);
                    }
                    return null;
                });
    }
}
