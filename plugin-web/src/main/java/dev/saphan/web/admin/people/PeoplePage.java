/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.user.NotManaged;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everybody who may sign in, and how somebody is added. */
@Named("peoplePage")
@RequestScoped
public class PeoplePage {

    @Inject
    HttpServletRequest request;

    @Inject
    PeopleReader reader;

    @Inject
    GrantForm grantForm;

    @Inject
    PeopleButtons buttons;

    @Inject
    Wording wording;

    private List<PersonView> people = List.of();
    private String error = "";

    @PostConstruct
    void read() {
        people = reader.all();
    }

    public List<PersonView> getPeople() {
        return people;
    }

    public List<GrantForm.Line> getLines() {
        return grantForm.lines(grantForm.read());
    }

    public List<String> getRoles() {
        return grantForm.roles();
    }

    public void add() {
        if (grantForm.read().all().isEmpty()) {
            error = wording.of("people.error.no_role");
            return;
        }
        try {
            buttons.add(getName());
            buttons.show(getName(), "added");
        } catch (NotManaged e) {
            error = wording.of("people.error." + e.reason().code());
        }
    }

    /** As it was typed into the form. */
    public String getName() {
        return Optional.ofNullable(request.getParameter("name"))
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public String getError() {
        return error;
    }
}
