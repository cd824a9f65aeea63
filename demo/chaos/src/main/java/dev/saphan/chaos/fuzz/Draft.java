/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request while it is being made; nothing in it need be valid. */
final class Draft {

    String method;
    String path;
    final List<Pair> query = new ArrayList<>();
    final List<Pair> headers = new ArrayList<>();
    final List<Pair> form = new ArrayList<>();

    @Nullable
    JsonObject json;

    /** Instead of form or JSON. */
    byte @Nullable [] raw;

    /** JSON that no library would write, by the text that stands for it. */
    final List<Pair> exact = new ArrayList<>();

    /** A name and its value, written as they are where {@code verbatim}. */
    record Pair(String name, String value, boolean verbatim) {}

    private Draft(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Draft get(String path) {
        return new Draft("GET", path);
    }

    static Draft post(String path) {
        return new Draft("POST", path);
    }

    Draft query(String name, String value) {
        query.add(new Pair(name, value, false));
        return this;
    }

    Draft header(String name, String value) {
        headers.add(new Pair(name, value, true));
        return this;
    }

    Draft form(Map<String, String> fields) {
        fields.forEach((name, value) -> form.add(new Pair(name, value, false)));
        return header("Content-Type", "application/x-www-form-urlencoded");
    }

    Draft json(JsonObject body) {
        json = body.deepCopy();
        return header("Content-Type", "application/json");
    }

    /** Whether it is read by the API or takes a webhook, however a server reads its path. */
    boolean isForProgram() {
        boolean plain = !path.contains("..") && !path.contains(";") && !path.contains("//") && !path.contains("%");
        return plain
                && !method.equals("HEAD")
                && (path.startsWith(Shop.API + "/") || path.startsWith(Shop.ROOT + "/webhooks/"));
    }

    /** As it goes over the wire. */
    byte[] bytes(int port) {
        byte[] body = body();
        StringBuilder head = new StringBuilder(method).append(' ').append(path);
        if (!query.isEmpty()) {
            head.append('?').append(encoded(query));
        }
        head.append(" HTTP/1.1\r\n");
        if (headers.stream().noneMatch(header -> header.name().equals("Host"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] first = head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private byte[] body() {
        byte[] given = raw;
        if (given != null) {
            return given;
        }
        if (json == null) {
            return encoded(form).getBytes(StandardCharsets.UTF_8);
        }
        String text = json.toString();
        for (Pair one : exact) {
            text = text.replace('"' + one.name() + '"', one.value());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> encoded(pair.name(), pair.verbatim()) + "=" + encoded(pair.value(), pair.verbatim()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text, boolean verbatim) {
        return verbatim ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
