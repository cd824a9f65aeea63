/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.configuration.SealSettingsAgain;
import dev.saphan.web.admin.NextPage;
import dev.saphan.web.admin.PageAddress;
import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** With which keys the settings of all stores are sealed. It concerns the installation, and so its admins. */
@Named("sealedSettings")
@RequestScoped
public class SealedSettings {

    @Inject
    SealSettingsAgain sealSettingsAgain;

    @Inject
    Person person;

    @Inject
    NextPage nextPage;

    @Inject
    HttpServletRequest request;

    @Inject
    Wording wording;

    private SealSettingsAgain.Count count;

    @PostConstruct
    void read() {
        person.requireAdmin();
        count = sealSettingsAgain.count();
    }

    public boolean isBehind() {
        return count.older() > 0;
    }

    public String getState() {
        return isBehind()
                ? wording.of("sealed.behind", count.all(), count.older())
                : wording.of("sealed.newest", count.all());
    }

    public void sealAgain() {
        sealSettingsAgain.sealAgain(person.who());
        nextPage.show(PageAddress.of("settings.xhtml")
                .with("store", request.getParameter("store"))
                .with("done", "sealed"));
    }
}
