/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.secret.Secret;
import dev.saphan.user.ManageUsers;
import dev.saphan.user.NotManaged;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * What an admin does with a person, with the grants that the form holds. A password that was made is lent to the page
 * that comes next. Each throws {@link NotManaged} if it may not be done.
 */
@RequestScoped
class PeopleButtons {

    @Inject
    GrantForm grantForm;

    @Inject
    LentPassword lentPassword;

    @Inject
    ManageUsers manageUsers;

    @Inject
    NextPage nextPage;

    @Inject
    Person person;

    void add(String name) {
        lend(name, manageUsers.add(person.who(), name, grantForm.read()));
    }

    void give(String name) {
        manageUsers.give(person.who(), name, grantForm.read());
    }

    void resetPassword(String name) {
        lend(name, manageUsers.resetPassword(person.who(), name));
    }

    private void lend(String name, Secret password) {
        lentPassword.keep(name, password.reveal());
    }

    void disable(String name) {
        manageUsers.disable(person.who(), name);
    }

    void enable(String name) {
        manageUsers.enable(person.who(), name);
    }

    /** Ends the click with that person's page. */
    void show(String name, String done) {
        nextPage.show(PageAddress.of("person.xhtml").with("name", name).with("done", done));
    }
}
