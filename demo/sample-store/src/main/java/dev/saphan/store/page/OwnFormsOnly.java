/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a form that another site made the browser send. Browsers say where a request comes from in Sec-Fetch-Site,
 * older ones in Origin; neither can be set by a page. The SameSite cookies are the second lock on the same door.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OwnFormsOnly implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!"POST".equals(request.getMethod())) {
            return;
        }
        boolean own = ownForm(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getHeaderString("Host"));
        if (!own) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .type("text/plain;charset=UTF-8")
                    .entity("This form was sent from another site.")
                    .build());
        }
    }

    static boolean ownForm(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            return "same-origin".equals(fetchSite) || "none".equals(fetchSite);
        }
        return origin == null || authority(origin).equals(host);
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
