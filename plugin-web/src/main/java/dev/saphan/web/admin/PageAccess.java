/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.web.security.RoleNeeded;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Before a page is made: whether this person may open it at all. */
@WebFilter(
        servletNames = "faces",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class PageAccess extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Person person;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Place> place = Place.of(PageAddress.pageOf(request));
        if (place.isPresent() && !place.get().opensTo(person::maySomewhere)) {
            new RoleNeeded(place.get().needed(), "").answer(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
