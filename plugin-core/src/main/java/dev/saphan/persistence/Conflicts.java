/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from an exception that another transaction was faster, by the SQL states that H2 and PostgreSQL share. */
final class Conflicts {

    /** Unique violation, serialization failure, deadlock, and a transaction that went on after one of them. */
    private static final Set<String> STATES = Set.of("23505", "40001", "40P01", "25P02");

    private Conflicts() {}

    static boolean isConflict(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof EntityNotFoundException) {
                return true;
            }
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
