/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.MessageFilter;
import dev.saphan.message.RepeatMessages;
import dev.saphan.persistence.Transactions;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.message.MessageRows.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the buttons of the list do; each ends with another page. A button names what it is about ({@code do}), so that a
 * list that changed meanwhile never makes a click mean something else.
 */
@RequestScoped
public class MessageButtons {

    @Inject
    HttpServletRequest request;

    @Inject
    AskedMessages asked;

    @Inject
    MessageRows messageRows;

    @Inject
    RepeatMessages repeatMessages;

    @Inject
    Transactions transactions;

    @Inject
    NextPage nextPage;

    @Inject
    Person person;

    void press() {
        person.require(Role.ADMIN, asked.query().store().id());
        String[] what = asked.query().parameter("do").orElse("").split(":", 2);
        switch (what[0]) {
            case "repeat" -> repeat(what.length > 1 ? what[1] : "");
            case "repeat_picked" -> repeatPicked();
            case "repeat_all" -> begin(asked.filter());
            default -> {}
        }
    }

    private void repeat(String id) {
        MessageQuery query = asked.query();
        boolean isHere = isHere(id);
        if (isHere) {
            person.acts(
                    query.box() == Box.EVENTS ? "event.replay" : "message.retry",
                    query.store().id(),
                    id,
                    "");
        }
        boolean repeated = isHere && repeatMessages.repeat(query.box(), id);
        show(repeated ? "repeated." + query.box().code() : "nothing_left");
    }

    /** Whether it is of this box, store and mode. */
    private boolean isHere(String id) {
        MessageQuery query = asked.query();
        Place newest = new Place(Optional.empty(), Optional.empty());
        return transactions.call(() -> !messageRows
                .read(
                        query.everything().among(Set.of(id)),
                        newest,
                        "",
                        query.store().timeZone(),
                        1)
                .isEmpty());
    }

    private void repeatPicked() {
        Set<String> picked = Optional.ofNullable(request.getParameterValues("pick")).stream()
                .flatMap(Arrays::stream)
                .limit(MessagesPage.SIZE)
                .collect(Collectors.toSet());
        if (picked.isEmpty()) {
            show("none_picked");
        } else {
            begin(asked.query().everything().among(picked));
        }
    }

    private void begin(MessageFilter what) {
        MessageQuery query = asked.query();
        person.acts(
                query.box() == Box.EVENTS ? "event.replay_many" : "message.retry_many",
                query.store().id(),
                what.ids().map(ids -> ids.size() + " picked").orElse("all that fit"),
                query.address().toString());
        String id = repeatMessages.begin(what, person.getName());
        nextPage.show(query.address().with("batch", id));
    }

    private void show(String done) {
        nextPage.show(asked.query().address().with("done", done));
    }
}
