/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Limits;
import dev.saphan.web.client.ClientAddress;
import dev.saphan.web.ratelimit.Permission;
import dev.saphan.web.ratelimit.RequestLimits;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The door of the plugin, before everything else (its place is in {@code web.xml}).
 *
 * <ol>
 *   <li>Too many requests of one address for pages that everybody may see are refused ({@link RequestLimits}).
 *   <li>A body arrives while no thread waits for it, within a deadline and bounded memory ({@link BodyIntake}).
 *   <li>The request then works under a permit of its family ({@link WorkPermits}).
 * </ol>
 */
public class AdmissionFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(AdmissionFilter.class.getName());
    private static final String PLACE = "saphan.body";
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Resource
    transient ManagedScheduledExecutorService timer;

    @Inject
    transient BodyRooms rooms;

    @Inject
    transient WorkPermits permits;

    @Inject
    transient Refusal refusal;

    @Inject
    transient RequestLimits requestLimits;

    @Inject
    transient ClientAddress clientAddress;

    @Inject
    transient Limits limits;

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = IgnoredHeaders.hidden(sent);
        Family family = Family.of(path(request));
        family.protect(response);
        endAfterChunks(request, response);
        Optional<ErrorCode> trouble = Legibility.trouble(request);
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            arrived(family, request, response, chain);
        } else if (trouble.isPresent()) {
            refusal.close(family, Problem.of(trouble.get()), request, response);
        } else if (!isWithinLimit(family, request, response)) {
            return;
        } else if (hasBody(request) && isSecondVersion(request)) {
            readAndWork(family, request, response, chain);
        } else if (hasBody(request)) {
            takeIn(family, request, response);
        } else {
            work(family, request, response, chain);
        }
    }

    private void takeIn(Family family, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BodyRoom.Place> place = rooms.take(family);
        if (place.isEmpty()) {
            refusal.close(family, Problem.of(ErrorCode.SERVICE_UNAVAILABLE), request, response);
            return;
        }
        try {
            takeIn(place.get(), family, request.startAsync(request, response));
        } catch (RuntimeException | IOException e) {
            place.get().close();
            throw e;
        }
    }

    private void takeIn(BodyRoom.Place place, Family family, AsyncContext context) throws IOException {
        context.setTimeout(0); // it would go on while the request is worked on, and cut that off as well
        BodyIntake intake =
                new BodyIntake(context, place, rooms.arrivals(family), outcome -> end(outcome, place, family, context));
        intake.begin(timer.schedule(intake::tooSlow, limits.bodies().deadline().toMillis(), TimeUnit.MILLISECONDS));
    }

    private void end(BodyIntake.Outcome outcome, BodyRoom.Place place, Family family, AsyncContext context) {
        HttpServletRequest request = (HttpServletRequest) context.getRequest();
        if (outcome == BodyIntake.Outcome.COMPLETE) {
            request.setAttribute(PLACE, place);
            context.dispatch();
            return;
        }
        place.close();
        try {
            refusal.close(family, problem(outcome), request, (HttpServletResponse) context.getResponse());
        } catch (IOException e) {
            LOG.log(Level.FINE, "A client went away while its body was awaited", e);
        } finally {
            context.complete();
        }
    }

    private static Problem problem(BodyIntake.Outcome outcome) {
        return Problem.of(
                switch (outcome) {
                    case TOO_SLOW -> ErrorCode.BODY_TOO_SLOW;
                    case NO_ROOM -> ErrorCode.SERVICE_UNAVAILABLE;
                    case COMPLETE, BROKEN -> ErrorCode.MALFORMED_JSON;
                });
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
        if (hasBody(request)) {
            refusal.close(family, problem, request, response);
        } else {
            refusal.answer(family, problem, request, response);
        }
        return false;
    }

    private void arrived(Family family, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request.getAttribute(PLACE) instanceof BodyRoom.Place place)) {
            chain.doFilter(request, response);
            return;
        }
        request.removeAttribute(PLACE);
        BufferedRequest whole = new BufferedRequest(request, place.bytes());
        try (place;
                RequestScope scope = RequestScope.of(whole)) {
            if (place.isTooLong()) {
                refusal.answer(family, Problem.of(ErrorCode.BODY_TOO_LARGE), request, response);
            } else if (!whole.isLegible()) {
                refusal.answer(family, Problem.of(ErrorCode.MALFORMED_REQUEST), request, response);
            } else {
                workAgain(family, whole, new NotedErrors(response), chain);
            }
        }
    }

    private void workAgain(Family family, HttpServletRequest request, NotedErrors response, FilterChain chain)
            throws IOException, ServletException {
        try {
            work(family, request, response, chain);
            response.show(request);
        } catch (ServletException e) {
            response.show(request, e);
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
            byte[] body = request.getInputStream().readNBytes(most(request, family));
            BufferedRequest whole = new BufferedRequest(request, body);
            if (body.length > family.longestBody()) {
                refusal.close(family, Problem.of(ErrorCode.BODY_TOO_LARGE), request, response);
            } else if (whole.isLegible()) {
                work(family, whole, response, chain);
            } else {
                refusal.answer(family, Problem.of(ErrorCode.MALFORMED_REQUEST), request, response);
            }
        }
    }

    /** One byte more than may be, but none more than there are: the end of some is never told where versions are changed. */
    private static int most(HttpServletRequest request, Family family) {
        long told = request.getContentLengthLong();
        return told < 0 ? family.longestBody() + 1 : (int) Math.min(told, family.longestBody() + 1L);
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

    /**
     * A length that stood before the encoding is no longer to be seen. Whatever else may have been put into such a body as a
     * request of its own is never read, if the connection ends with this one.
     */
    private static void endAfterChunks(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Transfer-Encoding") != null) {
            response.setHeader("Connection", "close");
        }
    }

    /** The second version tells a body by its frames: one without a length may be there wherever a body is usual. */
    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader("Transfer-Encoding") != null
                || (request.getContentLengthLong() < 0
                        && request.getProtocol().startsWith("HTTP/2")
                        && !WITHOUT_BODY.contains(request.getMethod()));
    }

    /**
     * Payara breaks a stream of the second version off when its body is read without blocking, and forgets a request that asks
     * for another protocol meanwhile. Whoever speaks it to us, or asks for another, has a thread wait for their body.
     */
    private static boolean isSecondVersion(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/2") || request.getHeader("Upgrade") != null;
    }
}
