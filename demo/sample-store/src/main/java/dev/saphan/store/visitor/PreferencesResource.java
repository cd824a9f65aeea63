/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import dev.saphan.store.region.Region;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Changes the language or the region and goes back to where the visitor was. */
@Path("/preferences")
public class PreferencesResource {

    @POST
    public Response change(
            @FormParam("language") @Nullable String language,
            @FormParam("region") @Nullable String region,
            @HeaderParam("Referer") @Nullable String referer) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create(ownPath(referer)));
        if (language != null) {
            Language.ofTag(language).map(Cookies::language).ifPresent(answer::cookie);
        }
        if (region != null) {
            Region.ofCountry(region).map(Cookies::region).ifPresent(answer::cookie);
        }
        return answer.build();
    }

    /** Only the path of where the visitor was, so that it is always a page of this shop. */
    static String ownPath(@Nullable String referer) {
        try {
            String path = referer == null ? null : URI.create(referer).getRawPath();
            return path != null && path.startsWith("/") && !path.startsWith("//") ? path : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
