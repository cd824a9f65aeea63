/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/** A one-time password on its way to the next page: shown once to the admin who made it, then gone. */
@RequestScoped
class LentPassword {

    private static final String KEY = "saphan.lent-password";

    @Inject
    HttpServletRequest request;

    private record Lent(String name, String password) implements Serializable {}

    void keep(String name, String password) {
        request.getSession(true).setAttribute(KEY, new Lent(name, password));
    }

    /** The password, if one was made for that person on the page before. */
    Optional<String> take(String name) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(KEY) instanceof Lent lent)
                || !lent.name().equals(name)) {
            return Optional.empty();
        }
        session.removeAttribute(KEY);
        return Optional.of(lent.password());
    }
}
