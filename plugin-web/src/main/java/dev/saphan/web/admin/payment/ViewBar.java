/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.payment;

import dev.saphan.persistence.Transactions;
import dev.saphan.view.SavedView;
import dev.saphan.view.SavedViews;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists that people go back to: a few that everybody has, and the person's own, of the store and mode on show. */
@Named("viewBar")
@RequestScoped
public class ViewBar {

    private static final Map<String, Map<String, String>> BUILT_IN = Map.of(
            "paid_today",
            Map.of(ListQuery.STATUS, "paid", ListQuery.DATES, "paid", ListQuery.PERIOD, "today"),
            "waits",
            Map.of(ListQuery.STATUS, "open"),
            "person",
            Map.of(ListQuery.STATUS, "attention"),
            "refunded",
            Map.of(ListQuery.STATUS, "refunded"));

    @Inject
    ListRequest asked;

    @Inject
    SavedViews views;

    @Inject
    Transactions transactions;

    @Inject
    Person person;

    @Inject
    NextPage nextPage;

    @Inject
    Wording wording;

    private List<ViewLink> own = List.of();

    /**
     * A view to choose.
     *
     * @param id empty for one that everybody has
     */
    public record ViewLink(String id, String name, String address, boolean current) {}

    @PostConstruct
    void read() {
        List<SavedView> saved = transactions.call(() -> views.of(person.getName()));
        own = saved.stream().map(this::link).toList();
    }

    public List<ViewLink> getBuiltIn() {
        return Stream.of("paid_today", "waits", "person", "refunded")
                .map(code -> link("", wording.of("view." + code), filters(BUILT_IN.getOrDefault(code, Map.of()))))
                .toList();
    }

    public List<ViewLink> getOwn() {
        return own;
    }

    /** Whether the list shows filters that are no view yet. */
    public boolean isSavable() {
        return asked.query().isFiltered() && own.stream().noneMatch(ViewLink::current);
    }

    public int getLongestName() {
        return SavedViews.LONGEST_NAME;
    }

    public void save() {
        String name = asked.parameter("view-name").orElse("");
        String filters = asked.query().text();
        if (name.isEmpty() || filters.isEmpty()) {
            show("view_unnamed");
            return;
        }
        boolean fits = name.length() <= SavedViews.LONGEST_NAME && filters.length() <= SavedViews.LONGEST_FILTERS;
        Optional<SavedView> kept = fits
                ? transactions.callAgainOnConflict(() -> views.keep(person.getName(), name, filters))
                : Optional.empty();
        show(kept.isPresent() ? "view_saved" : "view_too_many");
    }

    public void delete() {
        String id = asked.parameter("view").orElse("");
        boolean deleted = transactions.call(() -> views.delete(person.getName(), id));
        show(deleted ? "view_deleted" : "view_gone");
    }

    /** What was just done, in a sentence; empty where nothing was. */
    public String getOutcome() {
        return asked.parameter("done")
                .map(done -> wording.ofOr("view.done." + done, ""))
                .orElse("");
    }

    private void show(String done) {
        nextPage.show(asked.query().address().with("done", done));
    }

    private ViewLink link(SavedView view) {
        return link(view.id(), view.name(), view.filters());
    }

    private ViewLink link(String id, String name, String filters) {
        String place = asked.query()
                .without(ListQuery.NAMES.toArray(String[]::new))
                .address()
                .toString();
        return new ViewLink(
                id, name, place + "&" + filters, filters.equals(asked.query().text()));
    }

    private String filters(Map<String, String> chosen) {
        return new ListQuery(asked.query().store(), asked.query().mode(), chosen).text();
    }
}
