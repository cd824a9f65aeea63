/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does several things at the same moment. What fails among them fails alone: all are tried again by their nature. */
final class Together implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** One of the things. */
    interface Act {
        void go() throws IOException;
    }

    void go(Act... acts) throws IOException {
        List<Future<?>> started = Stream.of(acts).<Future<?>>map(this::start).toList();
        for (Future<?> one : started) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof IOException)) {
                    throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private Future<?> start(Act act) {
        return threads.submit(() -> {
            act.go();
            return true;
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
