/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import jakarta.annotation.Priority;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks up how JSON is written once, before two requests can do so at the same moment. Payara (6.2025.10, 7.2025.1) empties a
 * list at the first look while others go through it, and whoever came second was answered 500.
 */
@Provider
@PreMatching
@Priority(0)
public class FirstLookUp implements ContainerRequestFilter {

    @Context
    @Nullable
    Providers providers;

    private volatile boolean done;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!done) {
            lookUp();
        }
    }

    private synchronized void lookUp() {
        if (done) {
            return;
        }
        ContextResolver<Jsonb> resolver = Objects.requireNonNull(providers, "not injected")
                .getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE);
        if (resolver != null) {
            resolver.getContext(FirstLookUp.class);
        }
        done = true;
    }
}
