/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.page;

import dev.saphan.simulator.http.Answer;
import dev.saphan.simulator.http.ApiError;
import dev.saphan.simulator.http.Request;
import dev.saphan.simulator.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Styles and icons. */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "wallet.css", "text/css; charset=utf-8",
            "dashboard.css", "text/css; charset=utf-8",
            "wallet.svg", "image/svg+xml",
            "simulator.svg", "image/svg+xml");

    public void addTo(Routes routes) {
        routes.add("GET", "/assets/{name}", Assets::asset);
        routes.add("GET", "/favicon.ico", request -> Answer.goTo("/assets/simulator.svg"));
    }

    private static Answer asset(Request request) {
        String name = request.part("name");
        String type = TYPES.get(name);
        if (type == null) {
            throw ApiError.notFound("asset", name);
        }
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return Answer.bytes(type, in.readAllBytes()).with("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
