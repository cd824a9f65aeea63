/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** People who work with the plugin sign in with a form. Pages that need somebody send nobody to it, and back after it. */
@ApplicationScoped
public class FormSignIn implements HttpAuthenticationMechanism {

    @Inject
    SignInAddress address;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<SignedIn> somebody = SignedIn.of(request);
        if (somebody.isPresent()) {
            return context.notifyContainerAboutLogin(
                    somebody.get().name(), somebody.get().roles());
        }
        return context.isProtected() ? context.redirect(address.leadingTo(request)) : context.doNothing();
    }
}
