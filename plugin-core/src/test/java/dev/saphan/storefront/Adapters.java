/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;

/** The adapters that a container would find. */
final class Adapters {

    private Adapters() {}

    static Instance<StorefrontAdapter> none() {
        return of(List.of());
    }

    /** @param adapters read when somebody looks for them */
    @SuppressWarnings("unchecked")
    static Instance<StorefrontAdapter> of(List<StorefrontAdapter> adapters) {
        return (Instance<StorefrontAdapter>) Proxy.newProxyInstance(
                Adapters.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("stream")) {
                        return adapters.stream();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
