/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.user.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Somebody asked for what they may not do. The page that answers names the role. */
public final class RoleNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Role role;
    private final String store;

    /** @param store its name, empty if the role is needed in every store */
    public RoleNeeded(Role role, String store) {
        super(role.code() + " needed" + (store.isEmpty() ? "" : " in " + store), null, false, false);
        this.role = role;
        this.store = store;
    }

    /** Refuses the request with the page that names the role, as if it had been thrown. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(RoleNeeded.class.getName(), this);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    public Role role() {
        return role;
    }

    public String store() {
        return store;
    }
}
