/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a selection is and what came of each payment. */
@Named("selectionResult")
@RequestScoped
public class SelectionResultPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    SelectionProgressReader reader;

    @Inject
    Person person;

    private @Nullable SelectionView selection;

    @PostConstruct
    void read() {
        selection = Optional.ofNullable(request.getParameter("batch"))
                .flatMap(reader::find)
                .filter(found -> person.may(Role.REFUNDER, found.store()))
                .orElse(null);
    }

    /** Before the page is written. */
    public void answerMissing() {
        if (selection == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public @Nullable SelectionView getSelection() {
        return selection;
    }

    public String getListAddress() {
        return selection == null
                ? "payments.xhtml"
                : PageAddress.of("payments.xhtml")
                        .with("store", selection.store().value())
                        .with("mode", selection.mode())
                        .toString();
    }
}
