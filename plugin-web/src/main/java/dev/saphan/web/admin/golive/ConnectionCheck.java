/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.CheckReadiness;
import dev.saphan.readiness.Result;
import dev.saphan.readiness.Subject;
import dev.saphan.settings.Mode;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks Omise about the keys of a mode when the address says so, for the page of settings. */
@Named("connectionCheck")
@RequestScoped
public class ConnectionCheck {

    @Inject
    HttpServletRequest request;

    @Inject
    VisibleStore visibleStore;

    @Inject
    CheckReadiness checkReadiness;

    @Inject
    CheckThreads threads;

    @Inject
    CheckWording words;

    @Inject
    Wording wording;

    private Store store;
    private Optional<Mode> asked = Optional.empty();
    private List<Result> results = List.of();

    /** A check that can be asked for. */
    public record Link(String mode, String text, String address) {}

    @PostConstruct
    void read() {
        store = visibleStore.of(Role.ADMIN);
        asked = store.accounts().keySet().stream()
                .filter(mode -> mode.code().equals(request.getParameter("check")))
                .findFirst();
        results = asked.map(mode -> checkReadiness.askOmise(new Subject(store, mode), threads.get()))
                .orElse(List.of());
    }

    /** One for each mode with keys. */
    public List<Link> getLinks() {
        return Arrays.stream(Mode.values())
                .filter(store.accounts()::containsKey)
                .map(mode -> new Link(
                        mode.code(),
                        wording.of("connection.check." + mode.code()),
                        PageAddress.of("settings.xhtml")
                                .with("store", store.id().value())
                                .with("check", mode.code())
                                .toString()))
                .toList();
    }

    public boolean isAsked() {
        return asked.isPresent();
    }

    public String getSummary() {
        return words.summary(results);
    }

    public String getTone() {
        return CheckWording.tone(results);
    }

    public List<CheckLine> getLines() {
        return results.stream()
                .map(result -> words.line(result, store.timeZone()))
                .toList();
    }
}
