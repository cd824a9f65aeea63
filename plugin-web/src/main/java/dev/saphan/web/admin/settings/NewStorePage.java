/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.configuration.AddStore;
import dev.saphan.configuration.ChangeStore;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A store is added by an admin of the whole installation; its other settings follow on the page of settings. */
@Named("newStorePage")
@RequestScoped
public class NewStorePage {

    private static final List<String> FIRST = List.of("name", "country", "time-zone");

    @Inject
    AddStore addStore;

    @Inject
    HttpServletRequest request;

    @Inject
    NextPage nextPage;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private Map<String, String> errors = Map.of();

    @PostConstruct
    void read() {
        person.requireAdmin();
    }

    public void add() {
        Map<String, String> settings = new LinkedHashMap<>();
        FIRST.stream().filter(name -> !parameter(name).isEmpty()).forEach(name -> settings.put(name, parameter(name)));
        ChangeStore.Outcome outcome = addStore.add(person.who(), parameter("id"), settings);
        errors = outcome.findings();
        if (outcome.isSaved()) {
            nextPage.show(PageAddress.of("settings.xhtml")
                    .with("store", parameter("id"))
                    .with("done", "added"));
        }
    }

    public List<SettingField> getFields() {
        return Stream.concat(Stream.of("id"), FIRST.stream()).map(this::field).toList();
    }

    private SettingField field(String name) {
        List<SettingField.Option> choices = name.equals("country")
                ? Stream.of("TH", "SG", "MY")
                        .map(code -> new SettingField.Option(
                                code, wording.of("setting.country." + code), code.equals(parameter(name))))
                        .toList()
                : List.of();
        String error = errors.getOrDefault(name, "");
        return new SettingField(
                name,
                wording.of("setting." + name),
                wording.ofOr("setting." + name + ".hint", ""),
                choices.isEmpty() ? SettingField.Kind.TEXT : SettingField.Kind.CHOICE,
                parameter(name),
                false,
                choices,
                error.isEmpty() ? "" : wording.ofOr("settings.error." + error, wording.of("settings.error.form")));
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
