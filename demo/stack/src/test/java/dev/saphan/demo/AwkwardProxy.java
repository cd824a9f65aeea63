/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stands between a browser and the plugin, and does not get along with answers that do not end. For reading only. */
final class AwkwardProxy implements AutoCloseable {

    /** What becomes of an answer that does not end. */
    enum Habit {
        /** Nothing of it is handed on before all of it is there. */
        HOLDS_BACK,
        /** It is cut off when nothing came for a while. */
        CUTS_IDLE,
        /** There is none. */
        ANSWERS_502
    }

    private static final String ENDLESS = "text/event-stream";
    private static final int IDLE_SECONDS = 5;

    private final URI target;
    private final Habit habit;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param target the origin that it stands before */
    AwkwardProxy(URI target, Habit habit) throws IOException {
        this.target = target;
        this.habit = habit;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handOn);
        server.start();
    }

    /** The same page, as it is reached through here. */
    String reaching(String address) {
        URI there = URI.create(address);
        return "http://127.0.0.1:" + server.getAddress().getPort() + there.getRawPath()
                + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                            .header("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofInputStream());
            String type = answer.headers().firstValue("Content-Type").orElse("text/plain");
            boolean endless = type.startsWith(ENDLESS);
            if (endless && habit == Habit.ANSWERS_502) {
                answer.body().close();
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            if (endless && habit == Habit.CUTS_IDLE) {
                exchange.sendResponseHeaders(answer.statusCode(), 0);
                copyUntilIdle(answer.body(), exchange.getResponseBody());
            } else {
                byte[] whole = answer.body().readAllBytes();
                exchange.sendResponseHeaders(answer.statusCode(), whole.length == 0 ? -1 : whole.length);
                exchange.getResponseBody().write(whole);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copyUntilIdle(InputStream from, OutputStream to) throws IOException, InterruptedException {
        byte[] some = new byte[1024];
        while (true) {
            Future<Integer> read = threads.submit(() -> from.read(some));
            try {
                int length = read.get(IDLE_SECONDS, TimeUnit.SECONDS);
                if (length < 0) {
                    return;
                }
                to.write(some, 0, length);
                to.flush();
            } catch (TimeoutException e) {
                from.close();
                return;
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
