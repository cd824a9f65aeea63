/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.persistence;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No transaction could begin or come to its commit: no place at the database came free for as long as may be waited, or it
 * does not answer. Nothing was done in it; whoever asked may ask again in a moment.
 */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Class of SQL states, the same for every database. */
    private static final String CONNECTION = "08";

    /** PostgreSQL's own: told to stop, crashed, not yet up. */
    private static final Set<String> SHUTTING_DOWN = Set.of("57P01", "57P02", "57P03");

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Of what a transaction ended with before its commit: the same, unless it ended because the database went away or fell
     * silent.
     */
    static RuntimeException orElse(RuntimeException thrown) {
        return isBehind(thrown) ? new DatabaseUnavailable("The database does not answer", thrown) : thrown;
    }

    /** Whether something failed because the connection to the database did, or the server is going down or coming up. */
    public static boolean isBehind(@Nullable Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && isOutage(String.valueOf(failure.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(String state) {
        return state.startsWith(CONNECTION) || SHUTTING_DOWN.contains(state);
    }
}
