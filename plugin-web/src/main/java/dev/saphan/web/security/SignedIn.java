/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is signed in, as the session keeps it. */
record SignedIn(String name, TreeSet<String> roles) implements Serializable {

    private static final String KEY = "saphan.signed-in";

    SignedIn(String name, Set<String> roles) {
        this(name, new TreeSet<>(roles));
    }

    static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEY) instanceof SignedIn somebody
                ? Optional.of(somebody)
                : Optional.empty();
    }

    /** In a session with a new id: one that somebody else may know is worth nothing afterwards. */
    void begin(HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setAttribute(KEY, this);
    }
}
