/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every address the simulator answers. A slash at the end makes no difference. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    public Routes add(String method, String path, Handler handler) {
        routes.add(Route.of(method, path, handler));
        return this;
    }

    Answer answer(Request request) {
        List<String> path = Route.split(request.path());
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(request.method(), path);
            if (values.isPresent()) {
                return route.handler().handle(request.with(values.get()));
            }
        }
        throw new ApiError(404, "service_not_found", "the requested service was not found");
    }
}
