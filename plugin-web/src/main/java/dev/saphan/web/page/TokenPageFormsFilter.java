/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Takes forms of pages under a token from those pages only. */
@Provider
public class TokenPageFormsFilter implements ContainerRequestFilter {

    @Inject
    OwnForms ownForms;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST)) {
            ownForms.requireOnTokenPage(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"));
        }
    }
}
