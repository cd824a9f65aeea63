/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stands in a log for something that was thrown: its type and message on one line, and the top of its stack. */
final class LoggedFailure extends Throwable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;
    private static final int CAUSES = 5;

    private LoggedFailure(Throwable thrown, int frames, @Nullable LoggedFailure cause) {
        super(OutsideText.line(thrown.toString(), LONGEST), cause, false, true);
        StackTraceElement[] stack = thrown.getStackTrace();
        setStackTrace(Arrays.copyOf(stack, Math.min(stack.length, frames)));
    }

    /** @param frames how many lines of each stack are kept */
    static LoggedFailure of(Throwable thrown, int frames) {
        return of(thrown, frames, CAUSES);
    }

    private static LoggedFailure of(Throwable thrown, int frames, int causes) {
        Throwable cause = thrown.getCause();
        return new LoggedFailure(thrown, frames, cause == null || causes == 0 ? null : of(cause, frames, causes - 1));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
