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
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the body of a request in. Most are there as soon as their request is; any other arrives while no thread waits for it,
 * and its request is sent on when it is there.
 */
@Wired
class BodyReception {

    private static final Logger LOG = Logger.getLogger(BodyReception.class.getName());
    static final String PLACE = "saphan.body";

    /** Instead of a place that has been taken up. */
    private static final String TAKEN = "taken";

    private final BodyRooms rooms;
    private final Refusal refusal;
    private final Limits limits;

    @Resource
    ManagedThreadFactory threads;

    /** Not the server's own: it keeps the context of each task, for which Payara looks through every jar of the application. */
    private ScheduledThreadPoolExecutor timer;

    @Inject
    BodyReception(BodyRooms rooms, Refusal refusal, Limits limits) {
        this.rooms = rooms;
        this.refusal = refusal;
        this.limits = limits;
    }

    @PostConstruct
    void begin() {
        timer = new ScheduledThreadPoolExecutor(2, threads);
        timer.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    /**
     * The body, if it is there. Else the request comes again, dispatched, with its body ({@link #bodyOf}), or it is answered
     * here: no room, or too slow.
     */
    Optional<BodyRoom.Place> receive(Family family, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<BodyRoom.Place> taken = rooms.take(family);
        if (taken.isEmpty()) {
            refusal.close(family, Problem.of(ErrorCode.SERVICE_UNAVAILABLE), request, response);
            return Optional.empty();
        }
        BodyRoom.Place place = taken.get();
        try {
            if (isWholeAndKept(place, family, request)) {
                return taken;
            }
            await(place, family, request.startAsync(request, response));
            return Optional.empty();
        } catch (RuntimeException | IOException e) {
            place.close();
            throw e;
        }
    }

    /** Without waiting, and without a second thread. */
    static boolean isWholeAndKept(BodyRoom.Place place, Family family, HttpServletRequest request) throws IOException {
        long told = request.getContentLengthLong();
        if (told < 0 || told > family.longestBody()) {
            return false;
        }
        ServletInputStream in = request.getInputStream();
        return in.available() >= told && place.takeIn(in, (int) told);
    }

    private void await(BodyRoom.Place place, Family family, AsyncContext context) throws IOException {
        context.setTimeout(0); // it would go on while the request is worked on, and cut that off as well
        BodyIntake intake =
                new BodyIntake(context, place, rooms.arrivals(family), outcome -> end(outcome, place, family, context));
        intake.begin(timer.schedule(intake::tooSlow, limits.bodies().deadline().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Neither waits: it is called by the container, by the timer, and by whoever needs the room. */
    private void end(BodyIntake.Outcome outcome, BodyRoom.Place place, Family family, AsyncContext context) {
        if (outcome == BodyIntake.Outcome.COMPLETE) {
            context.getRequest().setAttribute(PLACE, place);
            new Handover(context, this::inAMoment, place::close).begin();
        } else {
            place.close();
            context.start(() -> refuse(outcome, family, context));
        }
    }

    private void inAMoment(Runnable turn) {
        Future<?> unused = timer.schedule(turn, 1, TimeUnit.MILLISECONDS);
    }

    private void refuse(BodyIntake.Outcome outcome, Family family, AsyncContext context) {
        try {
            refusal.close(family, problem(outcome), (HttpServletRequest) context.getRequest(), (HttpServletResponse)
                    context.getResponse());
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
        request.setAttribute(PLACE, TAKEN);
        return Optional.of(place);
    }

    /** Whether its body was given out before: a container that dispatches a request twice must not have it carried out twice. */
    static boolean wasTaken(HttpServletRequest request) {
        return TAKEN.equals(request.getAttribute(PLACE));
    }
}
