/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.settings.Deployment;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * The session's cookie and how long the server keeps a session; {@link Sessions} ends it to the minute. The cookie
 * travels over https only, unless the deployment has none, as on a developer's machine, and not with what other sites
 * send. Not every server reads the latter from {@code web.xml}.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Inject
    Deployment deployment;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setSecure("https".equals(deployment.publicUrl().getScheme()));
        cookie.setAttribute("SameSite", "Lax");
        event.getServletContext()
                .setSessionTimeout((int) deployment.sessions().idle().toMinutes() + 1);
    }
}
