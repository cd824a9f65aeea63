/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.configuration.ChangeStore;
import dev.saphan.configuration.StoreSettings;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of one store, a section at a time. What was wrong is shown where it was entered, and nothing is kept. */
@Named("settingsPage")
@RequestScoped
public class SettingsPage {

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    VisibleStore visibleStore;

    @Inject
    StoreSettings storeSettings;

    @Inject
    ChangeStore changeStore;

    @Inject
    SettingSections arranged;

    @Inject
    StoreKeys storeKeys;

    @Inject
    Deployment deployment;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private Store store;
    private StoreSettings.View view;
    private List<SettingSection> sections = List.of();
    private final Map<String, String> typed = new HashMap<>();
    private Map<String, String> errors = Map.of();

    @PostConstruct
    void read() {
        store = visibleStore.of(Role.ADMIN);
        view = storeSettings.of(store.id());
        sections = arranged.of(view, typed, errors);
    }

    /** Keeps what was changed in the section that was sent. */
    public void save() {
        Map<String, Optional<String>> changes = new HashMap<>();
        sent().forEach(field -> {
            String text = Optional.ofNullable(request.getParameter(field.name()))
                    .orElse("")
                    .strip();
            typed.put(field.name(), text);
            boolean changed = field.isSecret() ? !text.isEmpty() : !text.equals(field.value());
            if (changed) {
                changes.put(field.name(), field.entered(text));
            }
        });
        changes.putAll(storeKeys.keepingThePreviousSecret(view, changes));
        change(changes);
    }

    /** What the deployment's configuration says holds again, for the section that was sent. */
    public void reset() {
        Map<String, Optional<String>> changes = new HashMap<>();
        sent().stream().filter(SettingField::setHere).forEach(field -> changes.put(field.name(), Optional.empty()));
        change(changes);
    }

    private void change(Map<String, Optional<String>> changes) {
        ChangeStore.Outcome outcome = changes.isEmpty()
                ? new ChangeStore.Outcome(Map.of())
                : changeStore.change(person.who(), store.id(), changes, seen());
        if (outcome.isSaved()) {
            nextPage.show(address().with("done", changes.isEmpty() ? "unchanged" : "saved"));
            return;
        }
        errors = outcome.findings();
        sections = arranged.of(view, typed, errors);
    }

    /** The fields of the section that was sent; none of one that there is not. */
    private List<SettingField> sent() {
        String id = parameter("section");
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    private long seen() {
        String revision = parameter("revision");
        return revision.matches("[0-9]{1,18}") ? Long.parseLong(revision) : -1;
    }

    private PageAddress address() {
        return PageAddress.of("settings.xhtml").with("store", store.id().value());
    }

    public List<SettingSection> getSections() {
        return sections;
    }

    public long getRevision() {
        return view.revision();
    }

    public Store getStore() {
        return store;
    }

    public List<Store> getStores() {
        return person.stores(Role.ADMIN);
    }

    /** To be entered in Omise's dashboard. */
    public String getWebhookAddress() {
        return deployment.address("/webhooks/omise/" + store.id()).toString();
    }

    public String getOutcome() {
        return wording.ofOr("settings.done." + parameter("done"), "");
    }

    /** What was wrong beyond single fields; empty where nothing was. */
    public String getError() {
        if (errors.isEmpty()) {
            return "";
        }
        return wording.of(errors.containsKey("") ? "settings.stale" : "settings.not_saved");
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
