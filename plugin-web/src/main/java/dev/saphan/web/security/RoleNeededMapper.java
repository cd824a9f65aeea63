/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.web.page.PageLanguage;
import dev.saphan.web.refusal.RefusedRequests;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** What a missing role looks like at the counter. */
@Provider
public class RoleNeededMapper implements ExceptionMapper<RoleNeeded> {

    @Inject
    RolePage page;

    @Inject
    SignedInPerson person;

    @Inject
    RefusedRequests refusedRequests;

    @Inject
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(RoleNeeded needed) {
        refusedRequests.role(person.name(), (needed.role().code() + " " + needed.store()).strip(), request);
        PageLanguage language = PageLanguage.of(
                uri.getQueryParameters().getFirst("lang"),
                Optional.empty(),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(RolePage.STATUS)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .language(language.locale())
                .entity(page.of(needed.role(), needed.store(), person.name(), language))
                .build();
    }
}
