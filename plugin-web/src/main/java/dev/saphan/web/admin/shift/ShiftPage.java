/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.shift;

import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.web.admin.Person;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The end of a shift. All that the page shows is in its address. */
@Named("shiftPage")
@RequestScoped
public class ShiftPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Inject
    ShiftQuery query;

    @Inject
    ShiftReader reader;

    @Inject
    Person person;

    private ShiftView view = new ShiftView(List.of(), List.of(), List.of());

    @PostConstruct
    void read() {
        view = reader.read(query.shift(), query.store().timeZone());
    }

    public ShiftView getView() {
        return view;
    }

    public Store getStore() {
        return query.store();
    }

    public List<Store> getStores() {
        return query.stores();
    }

    public String getMode() {
        return query.mode().code();
    }

    public List<String> getModes() {
        return query.store().accounts().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .map(Mode::code)
                .toList();
    }

    public boolean isOfAll() {
        return query.isOfAll();
    }

    public String getCashier() {
        return person.getName();
    }

    public String getDay() {
        return query.day().toString();
    }

    public String getBegin() {
        return query.begin().map(LocalTime::toString).orElse("");
    }

    public String getEnd() {
        return query.end().map(LocalTime::toString).orElse("");
    }

    public String getFrom() {
        return TIME.format(query.from());
    }

    public String getUntil() {
        return TIME.format(query.until());
    }

    public String getExport() {
        return query.address().toString().replaceFirst("^shift[.]xhtml", "export/shift.csv");
    }
}
