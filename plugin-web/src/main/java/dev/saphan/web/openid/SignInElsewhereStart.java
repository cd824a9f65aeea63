/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.web.security.SignInAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends a browser to the provider. */
@WebServlet(urlPatterns = "/login/elsewhere", asyncSupported = true)
public class SignInElsewhereStart extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SignInElsewhereStart.class.getName());

    @Inject
    transient Deployment deployment;

    @Inject
    transient OpenIdFlow flow;

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
        PendingSignIn pending = new PendingSignIn(
                new State().getValue(),
                new Nonce().getValue(),
                new CodeVerifier().getValue(),
                SignInAddress.ofOurs(request.getParameter("next")));
        try {
            String there = flow.wayThere(provider.get(), pending).toString();
            pendingCookie.keep(response, pending);
            response.sendRedirect(there);
        } catch (NotVouchedFor e) {
            LOG.log(Level.WARNING, "The OpenID provider cannot be asked: {0}", e.getMessage());
            response.sendRedirect(address.afterRefusal(e.reason().name()));
        }
    }
}
