/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Where a collection is kept in memory. */
public final class NoDatabase {

    private NoDatabase() {}

    /** Fails when it is used. */
    public static EntityManager entities() {
        return proxy((proxy, method, arguments) -> {
            throw new IllegalStateException("There is no database here");
        });
    }

    /** Keeps nothing of what it is given. */
    public static EntityManager forgetful() {
        return proxy((proxy, method, arguments) -> null);
    }

    private static EntityManager proxy(InvocationHandler handler) {
        return (EntityManager) Proxy.newProxyInstance(
                NoDatabase.class.getClassLoader(), new Class<?>[] {EntityManager.class}, handler);
    }
}
