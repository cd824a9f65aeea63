/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fault;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the simulator to misbehave and finds out how often it did: what was asked for less what still waits. Each
 * fault's delay is made unlike any other's, so that it can be told apart in the list of those that wait.
 */
final class SimulatorFaults {

    private final String url;
    private final Http http;
    private final FaultCounts counts;
    private final List<PlannedFault> asked = new ArrayList<>();

    SimulatorFaults(String url, Http http, FaultCounts counts) {
        this.url = url;
        this.http = http;
        this.counts = counts;
    }

    synchronized void ask(PlannedFault fault) throws IOException {
        FaultKind kind = fault.kind();
        JsonObject body = new JsonObject();
        body.addProperty("kind", kind.simulatorKind());
        body.addProperty("count", fault.times());
        body.addProperty("millis", millis(fault, asked.size()));
        if (!kind.path().isEmpty()) {
            body.addProperty("path", kind.path());
            body.addProperty("method", kind.method());
        }
        body.addProperty("after", kind.carriedOutFirst());
        http.postJson(url + "/_sim/faults", body.toString()).requireOk();
        asked.add(fault);
    }

    /** Takes back what has not struck and counts what has. Before the simulator is ended: it forgets its faults. */
    synchronized void settle() throws IOException {
        JsonArray waiting = http.get(url + "/_sim/faults")
                .requireOk()
                .json()
                .getAsJsonObject()
                .getAsJsonArray("faults");
        http.delete(url + "/_sim/faults").requireOk();
        for (int i = 0; i < asked.size(); i++) {
            PlannedFault fault = asked.get(i);
            counts.add(fault.kind(), fault.times() - waiting(waiting, fault, i));
        }
        asked.clear();
    }

    private static int waiting(JsonArray waiting, PlannedFault fault, int number) {
        for (JsonElement element : waiting) {
            JsonObject json = element.getAsJsonObject();
            if (json.get("kind").getAsString().equals(fault.kind().simulatorKind())
                    && json.get("millis").getAsLong() == millis(fault, number)) {
                return json.get("count").getAsInt();
            }
        }
        return 0;
    }

    private static long millis(PlannedFault fault, int number) {
        return fault.lasts().toMillis() / 1000 * 1000 + number;
    }
}
