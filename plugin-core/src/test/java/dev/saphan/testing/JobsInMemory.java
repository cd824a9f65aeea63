/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.testing;

import dev.saphan.job.Jobs;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Work that is entered and that nobody does. */
public final class JobsInMemory implements Jobs {

    private final Map<String, Instant> entered = new HashMap<>();

    @Override
    public void schedule(String job, String id, Instant due) {
        entered.putIfAbsent(job + " " + id, due);
    }

    @Override
    public void enter(String job, String id, Instant due) {
        if (entered.put(job + " " + id, due) != null) {
            throw new IllegalStateException("Somebody entered work for " + id + " before it was made");
        }
    }

    @Override
    public Optional<Instant> due(String job, String id) {
        return Optional.ofNullable(entered.get(job + " " + id));
    }

    @Override
    public void hurry(String job, String id, Instant due) {
        entered.merge(job + " " + id, due, (known, asked) -> known.isBefore(asked) ? known : asked);
    }
}
