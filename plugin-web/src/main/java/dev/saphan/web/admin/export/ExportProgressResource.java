/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import dev.saphan.web.admin.Person;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.export.RunningExports.Export;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How far a download has come, in a sentence for the page that waits for it. */
@RequestScoped
@Path("/progress")
public class ExportProgressResource {

    @Inject
    RunningExports exports;

    @Inject
    Person person;

    @Inject
    Wording wording;

    @GET
    @Path("/{ticket}")
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> progress(@PathParam("ticket") String ticket) {
        Optional<Export> found = exports.find(person.getName(), ticket);
        String state = found.map(export -> export.state().name().toLowerCase(Locale.ROOT))
                .orElse("waiting");
        long rows = found.map(Export::rows).orElse(0L);
        return Map.of("state", state, "text", wording.of("export." + state, rows));
    }
}
