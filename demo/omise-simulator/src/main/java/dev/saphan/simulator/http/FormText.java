/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code a=1&source[type]=x&webhook_endpoints[]=y&items[0][name]=z} into a tree. */
final class FormText {

    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)\\]");

    private FormText() {}

    static JsonObject parse(String text) {
        JsonObject root = new JsonObject();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, steps(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return root;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "bad_request", "the form is not readable");
        }
    }

    private static List<String> steps(String name) {
        int bracket = name.indexOf('[');
        List<String> steps = new ArrayList<>();
        steps.add(bracket < 0 ? name : name.substring(0, bracket));
        if (bracket >= 0) {
            Matcher matcher = BRACKET.matcher(name.substring(bracket));
            while (matcher.find()) {
                steps.add(matcher.group(1));
            }
        }
        return steps;
    }

    private static void put(JsonObject parent, List<String> steps, String value) {
        String name = steps.get(0);
        if (steps.size() == 1) {
            parent.addProperty(name, value);
        } else if (isListStep(steps.get(1)) && !"metadata".equals(name)) {
            JsonElement present = parent.get(name);
            JsonArray list = present instanceof JsonArray array ? array : new JsonArray();
            parent.add(name, list);
            append(list, steps.subList(1, steps.size()), value);
        } else {
            JsonElement present = parent.get(name);
            JsonObject child = present instanceof JsonObject object ? object : new JsonObject();
            parent.add(name, child);
            put(child, steps.subList(1, steps.size()), value);
        }
    }

    private static void append(JsonArray list, List<String> steps, String value) {
        if (steps.size() == 1) {
            list.add(value);
            return;
        }
        int index = steps.get(0).isEmpty() ? indexOfOpenElement(list, steps.get(1)) : Integer.parseInt(steps.get(0));
        boolean known = index < list.size() && list.get(index).isJsonObject();
        JsonObject element = known ? list.get(index).getAsJsonObject() : new JsonObject();
        if (!known) {
            list.add(element);
        }
        put(element, steps.subList(1, steps.size()), value);
    }

    /** {@code items[][name]=a&items[][sku]=b}: a new element begins where a name comes again. */
    private static int indexOfOpenElement(JsonArray list, String name) {
        int last = list.size() - 1;
        boolean open = last >= 0
                && list.get(last).isJsonObject()
                && !list.get(last).getAsJsonObject().has(name);
        return open ? last : list.size();
    }

    private static boolean isListStep(String step) {
        return step.isEmpty() || (step.length() < 4 && step.chars().allMatch(c -> c >= '0' && c <= '9'));
    }
}
