/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.alert.SendTestAlert;
import dev.saphan.alert.SendTestAlert.Way;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Store;
import dev.saphan.user.Role;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.VisibleStore;
import dev.saphan.web.admin.Wording;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The button that tries whether a store's alerts arrive. What did not is said on the spot. */
@Named("alertTest")
@RequestScoped
public class AlertTest {

    @Inject
    VisibleStore visibleStore;

    @Inject
    SendTestAlert sendTestAlert;

    @Inject
    Deployment deployment;

    @Inject
    NextPage nextPage;

    @Inject
    Person person;

    @Inject
    Wording wording;

    private final List<String> failures = new ArrayList<>();

    public void send() {
        Store store = visibleStore.of(Role.ADMIN);
        person.acts("alert.test", store.id(), store.id().value(), "");
        Map<Way, Optional<String>> results = sendTestAlert.send(store);
        results.forEach((way, failure) -> failure.ifPresent(why ->
                failures.add(wording.of("alert_test.failed." + way.name().toLowerCase(Locale.ROOT), why))));
        if (failures.isEmpty()) {
            nextPage.show(PageAddress.of("settings.xhtml")
                    .with("store", store.id().value())
                    .with("done", results.isEmpty() ? "alert_nowhere" : "alert_sent"));
        }
    }

    /** What did not arrive, and why, in a sentence each. */
    public List<String> getFailures() {
        return failures;
    }

    /** Without one no mail can be sent, whatever is set here. */
    public boolean isMailServerMissing() {
        return deployment.mail().isEmpty();
    }
}
