/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.RepeatMessages;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message with its payload, as far as a person may see it. */
@Named("messagePage")
@RequestScoped
public class MessageDetailPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    FacesContext faces;

    @Inject
    NextPage nextPage;

    @Inject
    MessageDetailReader reader;

    @Inject
    RepeatMessages repeatMessages;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private @Nullable MessageDetail message;

    @PostConstruct
    void read() {
        message = Optional.ofNullable(request.getParameter("id"))
                .flatMap(reader::read)
                .filter(found -> person.may(Role.VIEWER, found.store()))
                .orElse(null);
    }

    /** Before the page is written: does what the button asked for, which ends with another page. */
    public void act() {
        MessageDetail shown = message;
        if (shown == null) {
            external.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (faces.isPostback() && "repeat".equals(request.getParameter("do"))) {
            repeat(shown);
        }
    }

    private void repeat(MessageDetail shown) {
        person.require(Role.ADMIN, shown.store());
        Box box = Box.of(shown.box()).orElseThrow();
        person.acts(box == Box.EVENTS ? "event.replay" : "message.retry", shown.store(), shown.id(), "");
        boolean repeated = repeatMessages.repeat(box, shown.id());
        nextPage.show(PageAddress.of("message.xhtml")
                .with("id", shown.id())
                .with("done", repeated ? "repeated." + shown.box() : "nothing_left"));
    }

    public @Nullable MessageDetail getMessage() {
        return message;
    }

    public boolean isAllowedToRepeat() {
        return message != null && person.may(Role.ADMIN, message.store());
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return Optional.ofNullable(request.getParameter("done"))
                .map(done -> wording.ofOr("message.done." + done, ""))
                .orElse("");
    }

    public String getOutcomeTone() {
        return Optional.ofNullable(request.getParameter("done")).orElse("").startsWith("repeated") ? "good" : "warn";
    }
}
