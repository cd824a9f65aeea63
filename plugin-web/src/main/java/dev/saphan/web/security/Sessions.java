/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.settings.Deployment;
import dev.saphan.user.Identity;
import dev.saphan.user.SignIn;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who the session of a request belongs to, as that person stands now. A session ends when nobody acted for a while, when
 * it is old, and at once when its person is disabled or their password changes.
 */
@Wired
public class Sessions {

    private static final String KEY = "saphan.signed-in";
    private static final String READ = "saphan.identity";
    private static final Duration NOT_WORTH_WRITING = Duration.ofSeconds(30);

    /** What pages ask for by themselves; it does not count as an act. */
    private static final Pattern BACKGROUND =
            Pattern.compile(".*/(state|events|progress/[^/]+|reconciliation-progress)");

    private final SignIn signIn;
    private final Deployment deployment;
    private final Clock clock;

    @Inject
    Sessions(SignIn signIn, Deployment deployment, Clock clock) {
        this.signIn = signIn;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** Read once for each request. */
    public Optional<Identity> current(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Identity identity) {
            return Optional.of(identity);
        }
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEY) instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Identity> identity =
                isOver(signedIn, now) ? Optional.empty() : signIn.current(signedIn.name(), signedIn.epoch());
        if (identity.isEmpty()) {
            session.invalidate();
            return Optional.empty();
        }
        if (isAct(request) && signedIn.lastAct().plus(NOT_WORTH_WRITING).isBefore(now)) {
            session.setAttribute(KEY, signedIn.actingAt(now));
        }
        request.setAttribute(READ, identity.get());
        return identity;
    }

    /** A session with a new id: one that somebody else may know is worth nothing afterwards. */
    public void begin(HttpServletRequest request, Identity identity) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        Instant now = clock.instant();
        request.getSession(true).setAttribute(KEY, new SignedIn(identity.name(), identity.sessionEpoch(), now, now));
        request.setAttribute(READ, identity);
    }

    private boolean isOver(SignedIn signedIn, Instant now) {
        return signedIn.lastAct().plus(deployment.sessions().idle()).isBefore(now)
                || signedIn.since().plus(deployment.sessions().longest()).isBefore(now);
    }

    private static boolean isAct(HttpServletRequest request) {
        return !BACKGROUND.matcher(request.getRequestURI()).matches();
    }
}
