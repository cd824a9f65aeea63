/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.message;

import dev.saphan.message.MessageBatch;
import dev.saphan.message.MessageBatches;
import dev.saphan.persistence.Transactions;
import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.message.MessageRows.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The two boxes of messages. All that a list shows is in its address. */
@Named("messagesPage")
@RequestScoped
public class MessagesPage {

    static final int SIZE = 25;

    @Inject
    FacesContext faces;

    @Inject
    AskedMessages asked;

    @Inject
    MessageButtons buttons;

    @Inject
    MessageRows messageRows;

    @Inject
    MessageBatches batches;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    MessageWording words;

    @Inject
    Wording wording;

    private MessageQuery query;
    private List<MessageRow> rows = List.of();
    private Optional<MessageBatch> batch = Optional.empty();
    private boolean hasNewer;
    private boolean hasOlder;

    @PostConstruct
    void read() {
        query = asked.query();
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
                asked.filter(),
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
        if (faces.isPostback()) {
            buttons.press();
        }
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
        return here().toString();
    }

    public String getNewer() {
        return hasNewer && !rows.isEmpty()
                ? here().with("before", rows.get(0).id()).toString()
                : "";
    }

    public String getOlder() {
        return hasOlder && !rows.isEmpty()
                ? here().with("after", rows.get(rows.size() - 1).id()).toString()
                : "";
    }

    private PageAddress here() {
        return query.address().with("batch", query.batch().orElse(null));
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
