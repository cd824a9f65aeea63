/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;

/** Ends a click by sending the browser to a page, so that loading that page again does nothing twice. */
@RequestScoped
public class NextPage {

    @Inject
    ExternalContext external;

    @Inject
    FacesContext faces;

    /** The address has no host in it: behind a proxy ours is not the one that the browser knows. */
    public void show(PageAddress address) {
        external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
        external.setResponseHeader("Location", external.getRequestContextPath() + "/admin/" + address);
        faces.responseComplete();
    }
}
