/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that bodies of one family may take together while they arrive and are worked on: so many, so many bytes. */
final class BodyRoom {

    private final int longest;
    private final Semaphore places;
    private final AtomicLong free;

    /** @param longest a body, in bytes */
    BodyRoom(int bodies, long bytes, int longest) {
        this.places = new Semaphore(bodies);
        this.free = new AtomicLong(bytes);
        this.longest = longest;
    }

    /** Empty if there is none; a place is to be closed, whatever happens. */
    Optional<Place> take() {
        return places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    int freePlaces() {
        return places.availablePermits();
    }

    long freeBytes() {
        return free.get();
    }

    /** Where one body lies. Used by one thread at a time. */
    final class Place implements AutoCloseable {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
        private long reserved;
        private boolean tooLong;
        private boolean closed;

        /** False if there is no memory left. What is beyond the limit is dropped. */
        synchronized boolean keep(byte[] bytes, int count) {
            int fitting = Math.min(count, longest - kept.size());
            tooLong |= fitting < count;
            if (!hasReserved(fitting)) {
                return false;
            }
            kept.write(bytes, 0, fitting);
            return true;
        }

        /**
         * Reads so many bytes, no more than the longest body has, for which the memory is taken before the first.
         *
         * @return false if there is no memory left; nothing was read then
         */
        synchronized boolean takeIn(InputStream in, int count) throws IOException {
            if (!hasReserved(count)) {
                return false;
            }
            kept.write(in.readNBytes(count));
            return true;
        }

        private boolean hasReserved(int bytes) {
            if (closed) {
                return false;
            }
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            reserved += bytes;
            return true;
        }

        synchronized boolean isTooLong() {
            return tooLong;
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                free.addAndGet(reserved);
                kept.reset();
                places.release();
            }
        }
    }
}
