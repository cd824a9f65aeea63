/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.user.Identity;
import dev.saphan.user.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * People sign in on a page of ours and are known by their session. Others are sent to that page, and whoever has a
 * password that somebody else knows to the page that changes it.
 */
@ApplicationScoped
public class FormSignIn implements HttpAuthenticationMechanism {

    @Inject
    Sessions sessions;

    @Inject
    SignInAddress address;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Identity> somebody = sessions.current(request);
        if (somebody.isEmpty()) {
            return context.isProtected() ? context.redirect(address.leadingTo(request)) : context.doNothing();
        }
        if (context.isProtected() && somebody.get().mustChoosePassword()) {
            return context.redirect(address.of("/password"));
        }
        return context.notifyContainerAboutLogin(
                somebody.get().name(),
                somebody.get().grants().roles().stream().map(Role::code).collect(Collectors.toSet()));
    }
}
