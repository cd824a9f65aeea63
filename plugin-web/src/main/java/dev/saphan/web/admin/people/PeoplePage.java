/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.secret.Secret;
import dev.saphan.user.Grants;
import dev.saphan.user.ManageUsers;
import dev.saphan.user.NotManaged;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
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
    NextPage nextPage;

    @Inject
    PeopleReader reader;

    @Inject
    GrantForm grantForm;

    @Inject
    LentPassword lentPassword;

    @Inject
    ManageUsers manageUsers;

    @Inject
    Person person;

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
        Grants grants = grantForm.read();
        if (grants.all().isEmpty()) {
            error = wording.of("people.error.no_role");
            return;
        }
        try {
            Secret password = manageUsers.add(person.who(), getName(), grants);
            lentPassword.keep(getName(), password.reveal());
            nextPage.show(PageAddress.of("person.xhtml").with("name", getName()).with("done", "added"));
        } catch (NotManaged e) {
            error = wording.of("people.error." + e.reason().name().toLowerCase(Locale.ROOT));
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
