/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.json.Wire;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** How far a selection is, for the page that shows it. */
@WebServlet(urlPatterns = "/admin/selection-progress", asyncSupported = true)
public class SelectionProgress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SelectionProgressReader reader;

    @Inject
    transient Person person;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SelectionView> view = Optional.ofNullable(request.getParameter("batch"))
                .flatMap(reader::find)
                .filter(found -> person.may(Role.REFUNDER, found.store()));
        if (view.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Wire.write(Map.of(
                        "busy", view.get().running(),
                        "text", view.get().progress(),
                        "share", view.get().share(),
                        "trouble", "")));
    }
}
