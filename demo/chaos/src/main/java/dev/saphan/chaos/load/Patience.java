/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A person who tries again for a while when something does not answer, and looks again until something is there. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private Patience() {}

    /** Something that may fail for now. */
    interface Attempt<T> {
        T go() throws IOException;
    }

    /** @throws IOException the last one, when patience is over */
    static <T> T insist(Attempt<T> attempt) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return attempt.go();
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** @throws IOException when it is not there in time */
    static <T> T await(String what, Attempt<Optional<T>> attempt) throws IOException {
        return insist(() -> attempt.go().orElseThrow(() -> new IOException("waited in vain for " + what)));
    }

    static void pause(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        pause((int) PAUSE.toMillis());
    }
}
