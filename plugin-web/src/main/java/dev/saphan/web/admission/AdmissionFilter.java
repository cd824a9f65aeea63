/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.web.client.ClientAddress;
import dev.saphan.web.ratelimit.Permission;
import dev.saphan.web.ratelimit.RequestLimits;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The door of the plugin, before everything else (its place is in {@code web.xml}).
 *
 * <ol>
 *   <li>Too many requests of one address for pages that everybody may see are refused ({@link RequestLimits}).
 *   <li>A body arrives while no thread waits for it, within a deadline and bounded memory ({@link BodyReception}).
 *   <li>The request then works under a permit of its family ({@link WorkPermits}).
 * </ol>
 */
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BodyReception reception;

    @Inject
    transient WorkPermits permits;

    @Inject
    transient Refusal refusal;

    @Inject
    transient RequestLimits requestLimits;

    @Inject
    transient ClientAddress clientAddress;

    @Inject
    transient Deployment deployment;

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = IgnoredHeaders.hidden(sent);
        HttpServletResponse response = new PublicRedirects(request, answer, deployment.publicUrl());
        Family family = Family.of(path(request));
        family.protect(response);
        Framing.endAfterChunks(request, response);
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(family, request, response, chain);
            return;
        }
        Optional<ErrorCode> trouble = Legibility.trouble(request);
        if (trouble.isPresent()) {
            refusal.close(family, Problem.of(trouble.get()), request, response);
        } else if (isWithinLimit(family, request, response)) {
            admit(family, request, response, chain);
        }
    }

    private void admit(Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Framing.needsAThreadToRead(request)) {
            readAndWork(family, request, response, chain);
        } else if (Framing.hasBody(request)) {
            receiveAndWork(family, request, response, chain);
        } else {
            work(family, request, response, chain);
        }
    }

    /** Now, if the body is there. */
    private void receiveAndWork(
            Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<BodyRoom.Place> body = reception.receive(family, request, response);
        if (body.isEmpty()) {
            return;
        }
        BufferedRequest whole = new BufferedRequest(request, body.get().bytes());
        try (BodyRoom.Place place = body.get();
                RequestScope scope = RequestScope.of(whole)) {
            workIfLegible(family, whole, response, chain);
        }
    }

    /** Pages for everybody; the API counts by key, and webhooks come from few addresses. */
    private boolean isWithinLimit(Family family, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (family != Family.PAGES && family != Family.SIGN_IN) {
            return true;
        }
        Permission permission = requestLimits.ofAddress(clientAddress.networkOf(request));
        if (permission.granted()) {
            return true;
        }
        response.setHeader("RateLimit-Policy", permission.policyHeader());
        response.setHeader("RateLimit", permission.header());
        Problem problem = Problem.of(ErrorCode.TOO_MANY_REQUESTS).after(permission.delay());
        if (Framing.hasBody(request)) {
            refusal.close(family, problem, request, response);
        } else {
            refusal.answer(family, problem, request, response);
        }
        return false;
    }

    /** Dispatched again: with its body, or by somebody else. */
    private void goOn(Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<BodyRoom.Place> body = BodyReception.bodyOf(request);
        if (body.isPresent()) {
            workAgain(body.get(), family, request, new NotedErrors(response), chain);
        } else if (!BodyReception.wasTaken(request)) {
            chain.doFilter(request, response);
        }
    }

    private void workAgain(
            BodyRoom.Place body, Family family, HttpServletRequest request, NotedErrors response, FilterChain chain)
            throws IOException, ServletException {
        BufferedRequest whole = new BufferedRequest(request, body.bytes());
        try (BodyRoom.Place place = body;
                RequestScope scope = RequestScope.of(whole)) {
            if (place.isTooLong()) {
                refusal.answer(family, Problem.of(ErrorCode.BODY_TOO_LARGE), request, response);
            } else {
                workIfLegible(family, whole, response, chain);
                response.show(whole);
            }
        } catch (ServletException e) {
            response.show(whole, e);
        }
    }

    private void readAndWork(Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<WorkPermits.Permit> permit = permits.takeToRead(family);
        if (permit.isEmpty()) {
            refusal.close(family, Problem.of(ErrorCode.SERVICE_UNAVAILABLE), request, response);
            return;
        }
        try (WorkPermits.Permit held = permit.get()) {
            BufferedRequest whole =
                    new BufferedRequest(request, BodyReception.readWaiting(request, family.longestBody()));
            if (whole.getContentLength() > family.longestBody()) {
                refusal.close(family, Problem.of(ErrorCode.BODY_TOO_LARGE), request, response);
                return;
            }
            try (RequestScope scope = RequestScope.of(whole)) {
                workIfLegible(family, whole, response, chain);
            }
        }
    }

    private void workIfLegible(Family family, BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.isLegible()) {
            work(family, request, response, chain);
        } else {
            refusal.answer(family, Problem.of(ErrorCode.MALFORMED_REQUEST), request, response);
        }
    }

    private void work(Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<WorkPermits.Permit> permit = permits.take(family);
        if (permit.isEmpty()) {
            refusal.answer(family, Problem.of(ErrorCode.SERVICE_UNAVAILABLE), request, response);
            return;
        }
        try (WorkPermits.Permit held = permit.get()) {
            chain.doFilter(request, response);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
