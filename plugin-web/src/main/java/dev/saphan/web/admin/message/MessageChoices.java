/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.user.Role;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.payment.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What else the list can show: boxes and modes as links, the rest in its form. */
@Named("messageChoices")
@RequestScoped
public class MessageChoices {

    @Inject
    AskedMessages asked;

    @Inject
    Person person;

    @Inject
    Wording wording;

    public List<Choice> getBoxes() {
        return Arrays.stream(Box.values())
                .map(box -> new Choice(
                        box.code(),
                        wording.of("box." + box.code()),
                        query().base(box).toString(),
                        box == query().box()))
                .toList();
    }

    public List<Choice> getModes() {
        return query().store().modes().stream()
                .map(mode -> new Choice(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        query().base(query().box()).with("mode", mode.code()).toString(),
                        mode == query().mode()))
                .toList();
    }

    public List<Choice> getStores() {
        return person.stores(Role.VIEWER).stream()
                .map(one -> new Choice(one.id().value(), one.name(), "", one.equals(query().store())))
                .toList();
    }

    public List<Choice> getKinds() {
        return MessageKinds.of(query().box()).stream()
                .map(kind -> new Choice(kind, kind, "", query().kind().equals(Optional.of(kind))))
                .toList();
    }

    public List<Choice> getStates() {
        return MessageKinds.states(query().box()).stream()
                .map(state -> new Choice(
                        state,
                        wording.of("message.state." + state),
                        "",
                        query().state().equals(Optional.of(state))))
                .toList();
    }

    private MessageQuery query() {
        return asked.query();
    }
}
