/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A method and a path such as {@code /charges/{id}}. */
record Route(String method, List<String> segments, Handler handler) {

    static Route of(String method, String path, Handler handler) {
        return new Route(method, split(path), handler);
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1)).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    Optional<Map<String, String>> match(String wantedMethod, List<String> path) {
        if (!method.equals(wantedMethod) || path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
