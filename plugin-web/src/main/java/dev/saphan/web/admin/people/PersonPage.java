/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.people;

import dev.saphan.user.Grants;
import dev.saphan.user.NotManaged;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One person: what they may do, their password, whether they may sign in. */
@Named("personPage")
@RequestScoped
public class PersonPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    PeopleReader reader;

    @Inject
    GrantForm grantForm;

    @Inject
    LentPassword lentPassword;

    @Inject
    PeopleButtons buttons;

    @Inject
    Wording wording;

    private @Nullable PersonView view;
    private String lent = "";

    @PostConstruct
    void read() {
        view = reader.find(parameter("name")).orElse(null);
    }

    /** Before the page is written. */
    public void prepare() {
        if (view == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            lent = lentPassword.take(view.name()).orElse("");
        }
    }

    public @Nullable PersonView getView() {
        return view;
    }

    /** The password to hand on, shown this once; empty otherwise. */
    public String getLent() {
        return lent;
    }

    public List<GrantForm.Line> getLines() {
        return grantForm.lines(view == null ? Grants.NONE : view.grants());
    }

    public List<String> getRoles() {
        return grantForm.roles();
    }

    public void give() {
        act("roles", buttons::give);
    }

    public void resetPassword() {
        act("reset", buttons::resetPassword);
    }

    public void disable() {
        act("disabled", buttons::disable);
    }

    public void enable() {
        act("enabled", buttons::enable);
    }

    private void act(String done, Consumer<String> button) {
        String name = parameter("name");
        String outcome = done;
        try {
            button.accept(name);
        } catch (NotManaged e) {
            outcome = "error." + e.reason().code();
        }
        buttons.show(name, outcome);
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        String done = parameter("done");
        return wording.ofOr(done.startsWith("error.") ? "people." + done : "people.done." + done, "");
    }

    public boolean isRefused() {
        return parameter("done").startsWith("error.");
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
