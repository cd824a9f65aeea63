/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.page;

import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Handler;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes pages from templates, which escape everything; no scripts, styles from our own files only. */
public final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private @Nullable PebbleEngine engine;

    /** A page whose forms come back here. */
    public Answer page(String template, Locale locale, Map<String, Object> model) {
        return page(template, locale, model, POLICY + "; form-action 'self'");
    }

    /** A page whose form ends on somebody else's page: browsers apply form-action to the redirect as well. */
    public Answer pageThatLeaves(String template, Locale locale, Map<String, Object> model) {
        return page(template, locale, model, POLICY);
    }

    /** Adds a form's address, closed to forms of other sites. */
    public static void post(Routes routes, String path, Handler handler) {
        routes.add("POST", path, request -> {
            if (comesFromElsewhere(request)) {
                throw new ApiError(403, "not_authorized", "this form belongs to another site");
            }
            return handler.handle(request);
        });
    }

    /** What an action did not allow is told on the page it came from. */
    public static Answer act(String backTo, Supplier<String> action) {
        try {
            return Answer.goTo(action.get());
        } catch (ApiError e) {
            return Answer.goTo(backTo + "?problem=" + UrlText.encode(e.getMessage()));
        }
    }

    private static boolean comesFromElsewhere(Request request) {
        String site = request.header("Sec-Fetch-Site").orElse("none");
        return site.equals("cross-site") || site.equals("same-site");
    }

    private Answer page(String template, Locale locale, Map<String, Object> model, String policy) {
        try (StringWriter out = new StringWriter()) {
            engine().getTemplate(template).evaluate(out, model, locale);
            return Answer.html(200, out.toString())
                    .with("Content-Security-Policy", policy)
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Cache-Control", "no-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made for the first page: most tests see none. */
    private synchronized PebbleEngine engine() {
        PebbleEngine present = engine;
        if (present == null) {
            ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
            loader.setPrefix("dev/saphan/simulator/page");
            loader.setSuffix(".html");
            present = new PebbleEngine.Builder()
                    .loader(loader)
                    .strictVariables(true)
                    .extension(new TextFilters())
                    .build();
            engine = present;
        }
        return present;
    }
}
