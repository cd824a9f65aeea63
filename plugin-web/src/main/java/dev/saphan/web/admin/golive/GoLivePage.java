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
import dev.saphan.web.admin.Moment;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The checklist of a store in one mode, run when the page is opened. */
@Named("goLivePage")
@RequestScoped
public class GoLivePage {

    @Inject
    CheckedStore checkedStore;

    @Inject
    CheckReadiness checkReadiness;

    @Inject
    CheckThreads threads;

    @Inject
    CheckWording words;

    @Inject
    Wording wording;

    @Inject
    Person person;

    @Inject
    Clock clock;

    private Subject subject;
    private List<Result> results = List.of();
    private List<CheckArea> areas = List.of();

    /** A choice of mode. */
    public record ModeLink(String code, String text, String address, boolean current) {}

    @PostConstruct
    void read() {
        subject = checkedStore.get();
        results = checkReadiness.run(subject, threads.get());
        areas = words.areas(results, subject.store().timeZone());
    }

    public Store getStore() {
        return subject.store();
    }

    public List<Store> getStores() {
        return person.stores(Role.ADMIN);
    }

    public String getMode() {
        return subject.mode().code();
    }

    public List<ModeLink> getModes() {
        return Arrays.stream(Mode.values())
                .map(mode -> new ModeLink(
                        mode.code(),
                        wording.of("mode." + mode.code()),
                        address(mode).toString(),
                        mode == subject.mode()))
                .toList();
    }

    public List<CheckArea> getAreas() {
        return areas;
    }

    public String getSummary() {
        return words.summary(results);
    }

    /** For the colour: {@code good}, {@code warn} or {@code bad}. */
    public String getTone() {
        return CheckWording.tone(results);
    }

    public Moment getCheckedAt() {
        return Moment.precise(clock.instant(), subject.store().timeZone());
    }

    /** The same page, and so the same checks anew. */
    public String getAgain() {
        return address(subject.mode()).toString();
    }

    public String getText() {
        return "export/go-live.txt?" + address(subject.mode()).query();
    }

    private PageAddress address(Mode mode) {
        return PageAddress.of("golive.xhtml")
                .with("store", subject.store().id().value())
                .with("mode", mode.code());
    }
}
