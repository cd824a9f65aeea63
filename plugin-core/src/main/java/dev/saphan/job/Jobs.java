/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

import java.time.Instant;
import java.util.Optional;

/** Due work, kept in the database and shared by all nodes. */
public interface Jobs {

    /**
     * Enters work in the caller's transaction. If this kind of work for this id is entered already, it stays as it is.
     */
    void schedule(String job, String id, Instant due);

    /** As {@link #schedule}, for an id that was made in the same transaction: nobody can have entered work for it. */
    void enter(String job, String id, Instant due);

    /** When that work is done next; empty if nothing is entered for it. */
    Optional<Instant> due(String job, String id);

    /** As {@link #schedule}; work that is entered for later is moved forward. */
    void hurry(String job, String id, Instant due);
}
