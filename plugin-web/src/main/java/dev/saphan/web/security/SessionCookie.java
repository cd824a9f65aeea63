/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;

/**
 * The session's cookie and how long the server keeps a session; {@link Sessions} ends it to the minute. The cookie
 * travels over https only, unless the deployment has none, as on a developer's machine, and not with what other sites
 * send. Not every server reads the latter from {@code web.xml}.
 */
@Wired
public class SessionCookie {

    private final Deployment deployment;

    @Inject
    SessionCookie(Deployment deployment) {
        this.deployment = deployment;
    }

    /** To be called while the module starts; later it cannot be changed. */
    public void configure(ServletContext context) {
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setSecure("https".equals(deployment.publicUrl().getScheme()));
        cookie.setAttribute("SameSite", "Lax");
        context.setSessionTimeout((int) deployment.sessions().idle().toMinutes() + 1);
    }
}
