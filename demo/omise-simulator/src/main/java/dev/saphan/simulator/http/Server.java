/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Listens on the loopback address only. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    static {
        // without it every answer on a kept connection waits 40 ms for the peer's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final Clock clock;
    private final Consumer<ReceivedRequest> log;
    private final Function<ReceivedRequest, Disturbance> faults;

    public Server(
            int port,
            Routes routes,
            Clock clock,
            Consumer<ReceivedRequest> log,
            Function<ReceivedRequest, Disturbance> faults) {
        this.routes = routes;
        this.clock = clock;
        this.log = log;
        this.faults = faults;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is not free: " + e.getMessage(), e);
        }
        threads = Executors.newCachedThreadPool(Server::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "omise-simulator");
        thread.setDaemon(true);
        return thread;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ReceivedRequest received = receive(exchange);
            log.accept(received);
            Disturbance disturbance = faults.apply(received);
            Answer answer = disturbance.refuse() ? internalError() : answer(exchange, received);
            try {
                pause(disturbance.delay());
                if (!disturbance.loseAnswer()) {
                    send(
                            exchange,
                            received,
                            disturbance.disturbed(disturbance.refuseAfterwards() ? internalError() : answer));
                }
            } finally {
                answer.runAfterwards();
            }
        }
    }

    private Answer answer(HttpExchange exchange, ReceivedRequest received) {
        try {
            String remote = exchange.getRemoteAddress().getAddress().getHostAddress();
            return routes.answer(new Request(received, remote, Map.of()));
        } catch (ApiError e) {
            return e.answer();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "failed on " + received.method() + " " + received.path(), e);
            return internalError();
        }
    }

    private ReceivedRequest receive(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new ReceivedRequest(
                clock.instant(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, ReceivedRequest received, Answer answer) throws IOException {
        exchange.getResponseHeaders()
                .set("Omise-Version", received.header("Omise-Version").orElse("2019-05-29"));
        exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString());
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body();
        boolean empty = body.length == 0 || received.method().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().close();
        }
    }

    private static Answer internalError() {
        return new ApiError(500, "internal_error", "request could not be completed due to an internal error").answer();
    }

    private static void pause(Duration delay) {
        long end = System.nanoTime() + delay.toNanos();
        for (long left = delay.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
