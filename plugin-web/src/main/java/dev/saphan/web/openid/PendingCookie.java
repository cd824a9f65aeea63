/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import dev.saphan.secret.Tickets;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps in the browser whom the provider is to answer about, sealed: an answer is worth nothing in another browser, comes
 * back to any node, and whoever only knocks takes no memory here.
 */
@Wired
class PendingCookie {

    private static final String NAME = "saphan-sign-in";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Tickets tickets;
    private final Deployment deployment;

    @Inject
    PendingCookie(Tickets tickets, Deployment deployment) {
        this.tickets = tickets;
        this.deployment = deployment;
    }

    void keep(HttpServletResponse response, PendingSignIn pending) {
        set(response, tickets.issue(NAME, pending.text(), LIFE), LIFE);
    }

    /** It is used once. Empty if nobody is waited for with that state in this browser, or no longer. */
    Optional<PendingSignIn> take(HttpServletRequest request, HttpServletResponse response, String state) {
        Optional<PendingSignIn> pending = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .findFirst()
                .flatMap(cookie -> tickets.read(NAME, cookie.getValue()))
                .flatMap(PendingSignIn::parse)
                .filter(known -> known.state().equals(state));
        if (pending.isPresent()) {
            set(response, "", Duration.ZERO);
        }
        return pending;
    }

    private void set(HttpServletResponse response, String value, Duration life) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(deployment.publicUrl().getScheme()));
        cookie.setPath(deployment.address("/login/elsewhere").getPath());
        cookie.setMaxAge(Math.toIntExact(life.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
