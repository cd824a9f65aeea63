/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.secret.Digests;
import dev.saphan.secret.RandomToken;
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
 * A browser in which a person signed in before: it keeps a sealed cookie for each of them. It lets nobody in; attempts
 * to sign in with that name are counted by themselves there.
 */
@Wired
class KnownDevice {

    private static final String NAME = "saphan-device-";
    private static final Duration LIFE = Duration.ofDays(180);

    private final Tickets tickets;
    private final Deployment deployment;

    @Inject
    KnownDevice(Tickets tickets, Deployment deployment) {
        this.tickets = tickets;
        this.deployment = deployment;
    }

    /** Its id; empty if that person never signed in there. */
    Optional<String> of(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(cookieName(name)))
                .findFirst()
                .flatMap(cookie -> tickets.read(purpose(name), cookie.getValue()));
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String name) {
        String id = of(request, name).orElseGet(RandomToken::next);
        Cookie cookie = new Cookie(cookieName(name), tickets.issue(purpose(name), id, LIFE));
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(deployment.publicUrl().getScheme()));
        cookie.setPath(deployment.address("/login").getPath());
        cookie.setMaxAge(Math.toIntExact(LIFE.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static String purpose(String name) {
        return NAME + name;
    }

    /** Names may have letters that cookies may not. */
    private static String cookieName(String name) {
        return NAME + Digests.sha256(name).substring(0, 12);
    }
}
