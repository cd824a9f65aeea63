/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import dev.saphan.readiness.Subject;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The checklist as a file, to be kept or sent on. The checks run for it. */
@RequestScoped
@Path("/go-live.txt")
public class GoLiveTextResource {

    @Inject
    CheckedStore checkedStore;

    @Inject
    GoLiveText text;

    @GET
    public Response text() {
        Subject subject = checkedStore.get();
        String file = "go-live-" + subject.store().id() + "-" + subject.mode().code() + ".txt";
        return Response.ok(text.of(subject))
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
