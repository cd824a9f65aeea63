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
 * The request scope of a request whose body was taken in, so that whoever has the request injected reads that body too.
 *
 * <ul>
 *   <li>Where the container has activated it, for the first dispatch, it is led to this request for as long as the work
 *       takes. What it holds lies in the attributes, which both requests share.
 *   <li>Payara does not for a request that was dispatched again: there it begins and ends with the work.
 * </ul>
 */
final class RequestScope implements AutoCloseable {

    private final HttpRequestContext context;
    private final BufferedRequest request;
    private final @Nullable HttpServletRequest before;

    private RequestScope(HttpRequestContext context, BufferedRequest request, @Nullable HttpServletRequest before) {
        this.context = context;
        this.request = request;
        this.before = before;
    }

    static RequestScope of(BufferedRequest request) {
        HttpRequestContext context = CDI.current()
                .select(HttpRequestContext.class, HttpLiteral.INSTANCE)
                .get();
        HttpServletRequest before = isActive() ? (HttpServletRequest) request.getRequest() : null;
        if (before != null) {
            context.dissociate(before);
        }
        context.associate(request);
        context.activate();
        return new RequestScope(context, request, before);
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
        if (before == null) {
            end();
        } else {
            context.dissociate(request);
            context.associate(before);
            context.activate();
        }
    }

    private void end() {
        try {
            context.invalidate();
            context.deactivate();
        } finally {
            context.dissociate(request);
        }
    }
}
