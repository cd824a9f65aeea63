/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.ratelimit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells in the answer what is left of the limit that the request was held to. */
@Provider
public class RateLimitHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Permission.KEY) instanceof Permission permission) {
            response.getHeaders().putSingle("RateLimit-Policy", permission.policyHeader());
            response.getHeaders().putSingle("RateLimit", permission.header());
        }
    }
}
