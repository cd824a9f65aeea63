/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Limits;
import dev.saphan.wiring.Wired;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the body of a request arrive while no thread waits for it, and sends the request on when it is there. */
@Wired
class BodyReception {

    private static final Logger LOG = Logger.getLogger(BodyReception.class.getName());
    private static final String PLACE = "saphan.body";

    private final BodyRooms rooms;
    private final Refusal refusal;
    private final Limits limits;

    @Resource
    ManagedThreadFactory threads;

    /** Not the server's own: it keeps the context of each task, for which Payara looks through every jar of the application. */
    private ScheduledThreadPoolExecutor cuts;

    @Inject
    BodyReception(BodyRooms rooms, Refusal refusal, Limits limits) {
        this.rooms = rooms;
        this.refusal = refusal;
        this.limits = limits;
    }

    @PostConstruct
    void begin() {
        cuts = new ScheduledThreadPoolExecutor(2, threads);
        cuts.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        cuts.shutdownNow();
    }

    /** The request comes again, dispatched, with its body ({@link #bodyOf}); or it is answered here: no room, or too slow. */
    void receive(Family family, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<BodyRoom.Place> place = rooms.take(family);
        if (place.isEmpty()) {
            refusal.close(family, Problem.of(ErrorCode.SERVICE_UNAVAILABLE), request, response);
            return;
        }
        try {
            receive(place.get(), family, request.startAsync(request, response));
        } catch (RuntimeException | IOException e) {
            place.get().close();
            throw e;
        }
    }

    private void receive(BodyRoom.Place place, Family family, AsyncContext context) throws IOException {
        context.setTimeout(0); // it would go on while the request is worked on, and cut that off as well
        BodyIntake intake =
                new BodyIntake(context, place, rooms.arrivals(family), outcome -> end(outcome, place, family, context));
        intake.begin(cuts.schedule(intake::tooSlow, limits.bodies().deadline().toMillis(), TimeUnit.MILLISECONDS));
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

    /**
     * Reads the body while this thread waits for it: at most one byte more than may be, and none more than there are, since
     * the end of some is never told where versions are changed.
     */
    static byte[] readWaiting(HttpServletRequest request, int longest) throws IOException {
        long told = request.getContentLengthLong();
        int most = told < 0 ? longest + 1 : (int) Math.min(told, longest + 1L);
        return request.getInputStream().readNBytes(most);
    }

    /** What arrived for a request that was dispatched, once; to be closed. Empty if it was somebody else who dispatched it. */
    static Optional<BodyRoom.Place> bodyOf(HttpServletRequest request) {
        if (!(request.getAttribute(PLACE) instanceof BodyRoom.Place place)) {
            return Optional.empty();
        }
        request.removeAttribute(PLACE);
        return Optional.of(place);
    }
}
