/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.Box;
import dev.saphan.message.MessageBatch;
import dev.saphan.message.MessageBatches;
import dev.saphan.message.MessageFilter;
import dev.saphan.message.RepeatMessages;
import dev.saphan.persistence.Transactions;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.message.MessageRows.Place;
import dev.saphan.web.admin.payment.Choice;
import dev.saphan.web.security.RoleNeeded;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two boxes of messages. All that a list shows is in its address; a button names what it is about ({@code do}), so
 * that a list that changed meanwhile never makes a click mean something else.
 */
@Named("messagesPage")
@RequestScoped
public class MessagesPage {

    private static final int SIZE = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    NextPage nextPage;

    @Inject
    MessageRows messageRows;

    @Inject
    MessageSearch search;

    @Inject
    MessageBatches batches;

    @Inject
    RepeatMessages repeatMessages;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    MessageWording words;

    @Inject
    Wording wording;

    private MessageQuery query;
    private MessageFilter filter;
    private List<MessageRow> rows = List.of();
    private Optional<MessageBatch> batch = Optional.empty();
    private boolean hasNewer;
    private boolean hasOlder;

    @PostConstruct
    void read() {
        List<Store> visible = person.stores(Role.VIEWER);
        if (visible.isEmpty()) {
            throw new RoleNeeded(Role.VIEWER, "");
        }
        query = MessageQuery.of(request, visible);
        filter = transactions.call(() -> search.narrow(query.filter(), query.text()));
        transactions.run(() -> {
            batch = query.batch()
                    .flatMap(batches::find)
                    .filter(found -> found.store().equals(query.store().id()) && found.box() == query.box());
            load();
        });
    }

    private void load() {
        Place place = new Place(query.parameter("after"), query.parameter("before"));
        boolean backwards = place.before().isPresent() && place.after().isEmpty();
        List<MessageRow> found = new ArrayList<>(messageRows.read(
                filter,
                place,
                batch.map(MessageBatch::id).orElse(""),
                query.store().timeZone(),
                SIZE + 1));
        boolean more = found.size() > SIZE;
        List<MessageRow> shown = new ArrayList<>(found.subList(0, Math.min(SIZE, found.size())));
        if (backwards) {
            Collections.reverse(shown);
        }
        rows = shown;
        hasNewer = backwards ? more : place.after().isPresent();
        hasOlder = backwards || more;
    }

    /** Before the page is written: does what a button asked for, which ends with another page. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        person.require(Role.ADMIN, query.store().id());
        String[] what = query.parameter("do").orElse("").split(":", 2);
        switch (what[0]) {
            case "repeat" -> repeat(what.length > 1 ? what[1] : "");
            case "repeat_picked" -> repeatPicked();
            case "repeat_all" -> begin(filter);
            default -> {}
        }
    }

    private void repeat(String id) {
        boolean isHere = transactions.call(() -> !messageRows
                .read(
                        query.everything().among(Set.of(id)),
                        new Place(Optional.empty(), Optional.empty()),
                        "",
                        query.store().timeZone(),
                        1)
                .isEmpty());
        if (isHere) {
            person.acts(
                    query.box() == Box.EVENTS ? "event.replay" : "message.retry",
                    query.store().id(),
                    id,
                    "");
        }
        boolean repeated = isHere && repeatMessages.repeat(query.box(), id);
        show(query.address(), repeated ? "repeated." + query.box().code() : "nothing_left");
    }

    private void repeatPicked() {
        Set<String> picked = Optional.ofNullable(request.getParameterValues("pick")).stream()
                .flatMap(Arrays::stream)
                .limit(SIZE)
                .collect(Collectors.toSet());
        if (picked.isEmpty()) {
            show(query.address(), "none_picked");
        } else {
            begin(query.everything().among(picked));
        }
    }

    private void begin(MessageFilter what) {
        person.acts(
                query.box() == Box.EVENTS ? "event.replay_many" : "message.retry_many",
                query.store().id(),
                what.ids().map(ids -> ids.size() + " picked").orElse("all that fit"),
                query.address().toString());
        String id = repeatMessages.begin(what, person.getName());
        nextPage.show(query.address().with("batch", id));
    }

    private void show(PageAddress address, String done) {
        nextPage.show(address.with("done", done));
    }

    public List<MessageRow> getRows() {
        return rows;
    }

    public MessageQuery getQuery() {
        return query;
    }

    public boolean isAllowedToRepeat() {
        return person.may(Role.ADMIN, query.store().id());
    }

    /** What the batch that is looked at has done; empty without one. */
    public String getBatch() {
        return batch.map(words::progress).orElse("");
    }

    public boolean isBatchRunning() {
        return batch.filter(found -> found.status() == MessageBatch.Status.RUNNING)
                .isPresent();
    }

    public String getHere() {
        return query.address().with("batch", query.batch().orElse(null)).toString();
    }

    public String getNewer() {
        return hasNewer && !rows.isEmpty()
                ? query.address()
                        .with("batch", query.batch().orElse(null))
                        .with("before", rows.get(0).id())
                        .toString()
                : "";
    }

    public String getOlder() {
        return hasOlder && !rows.isEmpty()
                ? query.address()
                        .with("batch", query.batch().orElse(null))
                        .with("after", rows.get(rows.size() - 1).id())
                        .toString()
                : "";
    }

    public List<Choice> getBoxes() {
        return Arrays.stream(Box.values())
                .map(box -> new Choice(
                        box.code(),
                        wording.of("box." + box.code()),
                        query.base(box).toString(),
                        box == query.box()))
                .toList();
    }

    public List<Choice> getModes() {
        return Stream.of(Mode.LIVE, Mode.TEST)
                .filter(query.store().accounts()::containsKey)
                .map(mode -> new Choice(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        query.base(query.box()).with("mode", mode.code()).toString(),
                        mode == query.mode()))
                .toList();
    }

    public List<Choice> getStores() {
        return person.stores(Role.VIEWER).stream()
                .map(one -> new Choice(one.id().value(), one.name(), "", one.equals(query.store())))
                .toList();
    }

    public List<Choice> getKinds() {
        return query.kinds().stream()
                .map(kind -> new Choice(kind, kind, "", query.kind().equals(Optional.of(kind))))
                .toList();
    }

    public List<Choice> getStates() {
        return query.states().stream()
                .map(state -> new Choice(
                        state,
                        wording.of("message.state." + state),
                        "",
                        query.state().equals(Optional.of(state))))
                .toList();
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return query.parameter("done")
                .map(done -> wording.ofOr("message.done." + done, ""))
                .orElse("");
    }

    public String getOutcomeTone() {
        return query.parameter("done").orElse("").startsWith("repeated") ? "good" : "warn";
    }
}
