/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.log;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes nothing itself. Handlers are called from a logger upwards to the root, all with the same record: this one
 * stands lower than those that write, and turns the record into one line and, for a fault, a stack of bounded depth.
 */
final class Neutralizer extends Handler {

    private static final int LONGEST = 1_000;
    private static final int MOST_CAUSES = 20;

    /** What is thrown because of what somebody sent, or while the database is away; by name, as the web part has some. */
    private static final Set<String> REFUSALS = Set.of(
            "Problem",
            "RoleNeeded",
            "DatabaseUnavailable",
            "ViewExpiredException",
            "ProtectedViewException",
            "CspException");

    /** What is said of a connection that its other side has ended. */
    private static final Pattern GONE = Pattern.compile(
            "(?i)broken pipe|connection (?:is |was |has been )?(?:reset|closed|aborted)|closed channel");

    private final int frames;
    private final UnaryOperator<String> redaction;

    /**
     * @param frames how many lines of a stack are kept
     * @param redaction what is taken out of the message besides */
    Neutralizer(int frames, UnaryOperator<String> redaction) {
        this.frames = frames;
        this.redaction = redaction;
        setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
        String message = OutsideText.line(redaction.apply(cut(message(line))), LONGEST);
        line.setResourceBundle(null);
        line.setParameters(null);
        line.setMessage(message);
        @Nullable Throwable thrown = line.getThrown();
        if (thrown != null && !(thrown instanceof LoggedFailure)) {
            line.setThrown(LoggedFailure.of(thrown, isRefusal(thrown) ? 0 : frames));
        }
    }

    private static boolean isRefusal(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (REFUSALS.contains(cause.getClass().getSimpleName()) || isGone(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A client that goes away, as often as it likes, is no fault of ours. */
    private static boolean isGone(Throwable cause) {
        return cause instanceof IOException
                && GONE.matcher(String.valueOf(cause.getMessage())).find();
    }

    /** The redaction need not read what is not written. */
    private static String cut(String message) {
        return message.length() > 2 * LONGEST ? message.substring(0, 2 * LONGEST) : message;
    }

    private static String message(LogRecord line) {
        @Nullable String pattern = localized(line);
        Object @Nullable [] parameters = line.getParameters();
        if (pattern == null || parameters == null || parameters.length == 0 || !pattern.contains("{")) {
            return String.valueOf(pattern);
        }
        try {
            return MessageFormat.format(pattern, parameters);
        } catch (IllegalArgumentException e) {
            return pattern;
        }
    }

    private static @Nullable String localized(LogRecord line) {
        @Nullable ResourceBundle bundle = line.getResourceBundle();
        @Nullable String key = line.getMessage();
        if (bundle == null || key == null) {
            return key;
        }
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
