/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.log;

import dev.saphan.redaction.Redactor;
import dev.saphan.wiring.Wired;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/**
 * Keeps whoever writes to us from writing our log: holds for every statement of the plugin, present and to come, and for
 * the parts of the server that tell of requests before or around the plugin. Those know nothing of page tokens, so
 * whatever looks like one is taken out of what they say.
 */
@Wired
public class LogGuard {

    /** Enough to find a fault by. */
    private static final int FRAMES = 25;

    private static final List<String> OWN = List.of("dev.saphan");

    /** Reads requests before anybody else does; what it complains of is how they are written. */
    private static final List<String> READERS = List.of("jakarta.enterprise.web.core");

    /** Those that are handed requests, or exceptions that were thrown over one. */
    private static final List<String> OTHERS = List.of(
            "jakarta.enterprise.web",
            "jakarta.enterprise.resource.webcontainer.faces",
            "org.glassfish.jersey",
            "org.glassfish.grizzly",
            "org.primefaces");

    private final Neutralizer own = new Neutralizer(FRAMES, UnaryOperator.identity());
    private final Neutralizer readers = new Neutralizer(0, Redactor::redactText);
    private final Neutralizer others = new Neutralizer(FRAMES, Redactor::redactText);

    /** Held, because the platform forgets loggers that nobody holds. */
    private final Map<Logger, Neutralizer> guarded = new LinkedHashMap<>();

    public LogGuard() {
        OWN.forEach(name -> guarded.put(Logger.getLogger(name), own));
        READERS.forEach(name -> guarded.put(Logger.getLogger(name), readers));
        OTHERS.forEach(name -> guarded.put(Logger.getLogger(name), others));
    }

    public void begin() {
        guarded.forEach(Logger::addHandler);
    }

    public void end() {
        guarded.forEach(Logger::removeHandler);
    }
}
