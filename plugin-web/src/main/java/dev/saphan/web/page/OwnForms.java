/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form was sent from a page of ours, as the browser tells it: {@code Sec-Fetch-Site}, or {@code Origin} from
 * browsers that do not send that. Both are absent from what is no browser. An origin of {@code null} is none of ours: it
 * is what a page in a sandbox has, or one that hides where it comes from.
 */
@Wired
public class OwnForms {

    private final Deployment deployment;

    @Inject
    public OwnForms(Deployment deployment) {
        this.deployment = deployment;
    }

    /** @throws Problem if it came from elsewhere */
    public void require(@Nullable String fetchSite, @Nullable String origin) {
        boolean own = fetchSite == null
                ? origin == null || origin.equals(ownOrigin())
                : fetchSite.equals("same-origin") || fetchSite.equals("none");
        if (!own) {
            throw Problem.of(ErrorCode.FORBIDDEN);
        }
    }

    /**
     * As {@link #require}, for a page whose address is a secret. It tells nobody where it is, and browsers then say that
     * they come from {@code null}; older ones say nothing else. Who does not know the secret cannot send its form.
     *
     * @throws Problem if it came from elsewhere
     */
    public void requireOnTokenPage(@Nullable String fetchSite, @Nullable String origin) {
        require(fetchSite, "null".equals(origin) ? null : origin);
    }

    private String ownOrigin() {
        URI address = deployment.publicUrl();
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
