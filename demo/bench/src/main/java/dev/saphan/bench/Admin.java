/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody signed in to the back office of one node, over one connection that stays open. */
final class Admin {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String url;

    /** @param url of the node, with its context */
    Admin(String url) {
        this.url = url;
    }

    void signIn(String user, String password) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/login"))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + user + "&password=" + password)));
        if (answer.statusCode() != 303) {
            throw new IOException("Signing in was answered " + answer.statusCode());
        }
    }

    /**
     * How long a page takes, from the request to its last byte.
     *
     * @throws IOException if it is not the page that it should be: a fast error is no speed
     */
    Duration time(Task task) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/admin/" + task.address()));
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(request);
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        if (answer.statusCode() != 200 || !answer.body().contains(task.expected())) {
            throw new IOException(task.name() + " (" + task.address() + ") answered " + answer.statusCode()
                    + " without " + task.expected());
        }
        return taken;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
