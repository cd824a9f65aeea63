/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of one request in, while no thread waits for it.
 *
 * <ol>
 *   <li>The container calls whenever bytes are there; they are kept up to the family's limit, the rest is read away.
 *   <li>With the last byte it ends. Where the length is told, Payara is not asked whether more is there: asked after the last
 *       byte, it calls again from a thread of its own, when the request may be another's already.
 *   <li>A client that is not done within the deadline, that went away, or for whom there is no room gets an answer, and
 *       its connection is closed: what it still sends is nobody's request.
 * </ol>
 */
final class BodyIntake implements ReadListener, AsyncListener {

    private final AsyncContext context;
    private final ServletInputStream in;
    private final BodyRoom.Place place;
    private final Arrivals arrivals;
    private final Consumer<Outcome> end;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final byte[] chunk = new byte[8 * 1024];
    private final long told;
    private long read;
    private volatile @Nullable Future<?> deadline;
    private volatile Arrivals.@Nullable Arrival arrival;

    /** How it ended. */
    enum Outcome {
        COMPLETE,
        TOO_SLOW,
        NO_ROOM,
        BROKEN
    }

    /** @param end called once, on any thread; it must not wait */
    BodyIntake(AsyncContext context, BodyRoom.Place place, Arrivals arrivals, Consumer<Outcome> end)
            throws IOException {
        this.context = context;
        HttpServletRequest request = (HttpServletRequest) context.getRequest();
        this.in = request.getInputStream();
        this.told = request.getContentLengthLong();
        this.place = place;
        this.arrivals = arrivals;
        this.end = end;
    }

    /** @param cut calls {@link #tooSlow} when the body's time is over */
    void begin(Future<?> cut) {
        deadline = cut;
        arrival = arrivals.begin(this::tooSlow);
        try {
            context.addListener(this);
            in.setReadListener(this);
        } catch (RuntimeException e) {
            ended.set(true);
            awaitNothing();
            throw e;
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!ended.get() && in.isReady()) {
            int count = in.read(chunk);
            if (count < 0) {
                return;
            }
            if (!place.keep(chunk, count) && !(arrivals.giveWay() && place.keep(chunk, count))) {
                end(Outcome.NO_ROOM);
                return;
            }
            read += count;
            if (read == told) {
                end(Outcome.COMPLETE);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(Outcome.COMPLETE);
    }

    @Override
    public void onError(Throwable thrown) {
        end(Outcome.BROKEN);
    }

    /** The body's time is over. */
    void tooSlow() {
        end(Outcome.TOO_SLOW);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(Outcome.TOO_SLOW);
    }

    @Override
    public void onError(@Nullable AsyncEvent event) {
        end(Outcome.BROKEN);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
        awaitNothing();
        place.close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the next cycle belongs to whoever started it
    }

    private void end(Outcome outcome) {
        if (ended.compareAndSet(false, true)) {
            awaitNothing();
            end.accept(outcome);
        }
    }

    private void awaitNothing() {
        if (deadline != null) {
            deadline.cancel(false);
        }
        if (arrival != null) {
            arrival.end();
        }
    }
}
