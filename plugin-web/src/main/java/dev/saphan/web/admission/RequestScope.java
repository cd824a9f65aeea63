/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import org.jboss.weld.context.http.HttpLiteral;
import org.jboss.weld.context.http.HttpRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The request scope of a request that was dispatched again. Payara activates it for the first dispatch only; containers
 * that do so for every one are left alone.
 */
final class RequestScope implements AutoCloseable {

    private final HttpServletRequest request;
    private final @Nullable HttpRequestContext context;

    private RequestScope(HttpServletRequest request, @Nullable HttpRequestContext context) {
        this.request = request;
        this.context = context;
    }

    static RequestScope of(HttpServletRequest request) {
        if (isActive()) {
            return new RequestScope(request, null);
        }
        HttpRequestContext context = CDI.current()
                .select(HttpRequestContext.class, HttpLiteral.INSTANCE)
                .get();
        context.associate(request);
        context.activate();
        return new RequestScope(request, context);
    }

    private static boolean isActive() {
        try {
            return CDI.current()
                    .getBeanManager()
                    .getContext(RequestScoped.class)
                    .isActive();
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (context == null) {
            return;
        }
        try {
            context.invalidate();
            context.deactivate();
        } finally {
            context.dissociate(request);
        }
    }
}
