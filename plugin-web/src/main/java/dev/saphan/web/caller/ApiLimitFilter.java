/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.caller;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.web.problem.ProblemDocument;
import dev.saphan.web.ratelimit.Permission;
import dev.saphan.web.ratelimit.RequestLimits;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Holds a caller's requests to its limits; every answer tells what is left of them. */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class ApiLimitFilter implements ContainerRequestFilter {

    @Inject
    RequestLimits limits;

    @Inject
    Caller caller;

    @Context
    HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        Permission permission =
                limits.ofApi(caller.keyHash(), caller.store().id().value());
        request.setProperty(Permission.KEY, permission);
        if (!permission.granted()) {
            request.abortWith(
                    ProblemDocument.of(Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(permission.delay()), headers));
        }
    }
}
