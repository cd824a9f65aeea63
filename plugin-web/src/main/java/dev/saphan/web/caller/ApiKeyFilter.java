/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.caller;

import dev.saphan.problem.ErrorCode;
import dev.saphan.secret.Digests;
import dev.saphan.settings.Stores;
import dev.saphan.settings.Stores.ApiCaller;
import dev.saphan.web.problem.ProblemDocument;
import dev.saphan.web.refusal.Refused;
import dev.saphan.web.refusal.RefusedRequests;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets in who carries an API key. A key is 32 random bytes, so its hash is looked up and nothing is compared. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    @Inject
    Stores stores;

    @Inject
    Caller caller;

    @Inject
    RefusedRequests refusedRequests;

    @Inject
    HttpServletRequest httpRequest;

    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> key = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        Optional<ApiCaller> known = key.flatMap(stores::callerWithKey);
        if (known.isPresent()) {
            caller.is(known.get(), Digests.sha256(key.orElseThrow()));
        } else {
            request.abortWith(ProblemDocument.of(
                    refusedRequests.guessed(Refused.API_KEY, ErrorCode.UNAUTHORIZED, httpRequest, null), headers));
        }
    }
}
