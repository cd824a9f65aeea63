/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import dev.saphan.settings.Deployment;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.user.Identity;
import dev.saphan.user.PersonElsewhere;
import dev.saphan.user.SignInElsewhere;
import dev.saphan.web.client.ClientAddress;
import dev.saphan.web.security.Sessions;
import dev.saphan.web.security.SignInAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes a browser back from the provider, and begins a session for whom it vouches. */
@WebServlet(urlPatterns = "/login/elsewhere/back", asyncSupported = true)
public class SignInElsewhereBack extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignInElsewhereBack.class.getName());

    @Inject
    transient ClientAddress clientAddress;

    @Inject
    transient Deployment deployment;

    @Inject
    transient OpenIdFlow flow;

    @Inject
    transient SignInElsewhere signIn;

    @Inject
    transient Sessions sessions;

    @Inject
    transient SignInAddress address;

    @Inject
    transient PendingCookie pendingCookie;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OpenIdProvider> provider = deployment.openId();
        if (provider.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            PendingSignIn pending = pending(request, response);
            PersonElsewhere person =
                    flow.answered(provider.get(), pending, Objects.requireNonNullElse(request.getQueryString(), ""));
            SignInElsewhere.Outcome outcome = signIn.enter(person, clientAddress.of(request));
            response.sendRedirect(outcome.identity()
                    .map(identity -> begin(request, identity, pending))
                    .orElseGet(() ->
                            address.afterRefusal(outcome.refusal().orElseThrow().name())));
        } catch (NotVouchedFor e) {
            LOG.log(Level.WARNING, "A sign-in by the OpenID provider was refused: {0}, {1}", new Object[] {
                e.reason(), e.getMessage()
            });
            response.sendRedirect(address.afterRefusal(e.reason().name()));
        }
    }

    private String begin(HttpServletRequest request, Identity identity, PendingSignIn pending) {
        sessions.begin(request, identity);
        return address.after(pending.next(), identity);
    }

    private PendingSignIn pending(HttpServletRequest request, HttpServletResponse response) throws NotVouchedFor {
        String state = Objects.requireNonNullElse(request.getParameter("state"), "");
        return pendingCookie
                .take(request, response, state)
                .orElseThrow(() -> new NotVouchedFor(
                        NotVouchedFor.Reason.STALE, "Nobody is waited for with that state in this browser"));
    }
}
