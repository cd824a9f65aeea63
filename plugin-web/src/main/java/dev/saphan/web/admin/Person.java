/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.web.security.FormToken;
import dev.saphan.web.security.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The person at the screen and what they may do. */
@Named("person")
@RequestScoped
public class Person {

    private static final List<String> REFUNDING = List.of(Roles.REFUNDER, Roles.APPROVER, Roles.ADMIN);

    @Inject
    HttpServletRequest request;

    public String getName() {
        String name = request.getRemoteUser();
        return name == null ? "" : name;
    }

    /** Refunds and cancellations: what moves money or ends a wish to pay. */
    public boolean isAllowedToRefund() {
        return REFUNDING.stream().anyMatch(request::isUserInRole);
    }

    /** What touches how the installation works. */
    public boolean isAdmin() {
        return request.isUserInRole(Roles.ADMIN);
    }

    /** What the form to sign out has to carry. */
    public String getFormToken() {
        return FormToken.of(request);
    }
}
