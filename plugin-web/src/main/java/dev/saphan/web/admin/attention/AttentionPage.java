/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.attention;

import dev.saphan.alert.SettleAlert;
import dev.saphan.job.RetryJob;
import dev.saphan.settings.StoreId;
import dev.saphan.storefront.RetryOrderCommand;
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
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person, with a button for each. The button's form names what it is about, so that a list that changed
 * meanwhile never makes a click mean something else.
 */
@Named("attentionPage")
@RequestScoped
public class AttentionPage {

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    AttentionReader reader;

    @Inject
    SettleAlert settleAlert;

    @Inject
    RetryOrderCommand retryOrderCommand;

    @Inject
    RetryJob retryJob;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private AttentionList list = new AttentionList(List.of(), List.of(), List.of());

    @PostConstruct
    void read() {
        list = reader.read();
    }

    public AttentionList getList() {
        return list;
    }

    public void settle() {
        list.alerts().stream()
                .filter(line -> line.id().equals(parameter("alert")) && line.settleable())
                .findFirst()
                .ifPresentOrElse(
                        line -> act(
                                "alert.settle",
                                line.storeId(),
                                line.subject(),
                                "settled",
                                name -> settleAlert.settle(line.id(), name)),
                        () -> show("nothing_left"));
    }

    public void deliverAgain() {
        list.messages().stream()
                .filter(line -> line.id().equals(parameter("message")) && line.retryable())
                .findFirst()
                .ifPresentOrElse(
                        line -> act(
                                "message.retry",
                                line.storeId(),
                                line.id(),
                                "delivering",
                                name -> retryOrderCommand.retry(line.id())),
                        () -> show("nothing_left"));
    }

    public void tryAgain() {
        if (person.isAdmin()) {
            String job = parameter("job");
            String subject = parameter("subject");
            act("job.retry", null, job + " " + subject, "trying", name -> retryJob.retry(job, subject));
        } else {
            show("not_allowed");
        }
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return wording.ofOr("attention.done." + parameter("done"), "");
    }

    /** @param action answers whether there was still something to do */
    private void act(String code, @Nullable StoreId store, String subject, String done, Predicate<String> action) {
        person.acts(code, store, subject, "");
        show(action.test(person.getName()) ? done : "nothing_left");
    }

    private void show(String outcome) {
        nextPage.show(PageAddress.of("attention.xhtml").with("done", outcome));
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
