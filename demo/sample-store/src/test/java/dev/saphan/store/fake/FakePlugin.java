/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Answers as the contract says, remembers what it was asked, and can be told to misbehave. */
public final class FakePlugin implements AutoCloseable {

    /** What goes wrong with the next POST /payments. */
    public enum Fault {
        LOSE_ANSWER,
        BUSY,
        BUSY_FOR_LONG,
        PROCESSING,
        REFUSE,
        IN_PROGRESS
    }

    /** A POST /payments as it came in. */
    public record Asked(String key, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, FakePayment> byKey = new ConcurrentHashMap<>();
    private final Map<String, FakePayment> byId = new ConcurrentHashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    public FakePlugin(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/payments/api/v1/payments", this::payments);
        server.createContext(
                "/payments/api/v1/payment-methods", exchange -> answer(exchange, 200, FakeOffers.of(query(exchange))));
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/payments";
    }

    public void next(Fault... what) {
        faults.addAll(Arrays.asList(what));
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<FakePayment> created() {
        return byId.values().stream().sorted((a, b) -> a.id.compareTo(b.id)).toList();
    }

    public FakePayment becomes(String id, String status, String because) {
        return find(id).becomes(status, because.isEmpty() ? null : because);
    }

    public FakePayment fails(String id, String message) {
        FakePayment payment = find(id);
        payment.failure = message;
        return payment.becomes("open", null);
    }

    public JsonObject json(String id) {
        return find(id).json();
    }

    HttpServer server() {
        return server;
    }

    private FakePayment find(String id) {
        FakePayment payment = byId.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("no payment " + id);
        }
        return payment;
    }

    private void payments(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI()
                .getPath()
                .substring("/payments/api/v1/payments".length())
                .split("/", -1);
        if (path.length == 1) {
            collection(exchange);
        } else if (!byId.containsKey(path[1])) {
            problem(exchange, 404, "payment_not_found", "There is no such payment.");
        } else if (path.length == 3 && "cancel".equals(path[2])) {
            cancel(exchange, find(path[1]));
        } else {
            answer(exchange, 200, find(path[1]).json());
        }
    }

    private void collection(HttpExchange exchange) throws IOException {
        if ("GET".equals(exchange.getRequestMethod())) {
            JsonArrayBuilder payments = Json.createArrayBuilder();
            String reference = query(exchange).getOrDefault("orderReference", "");
            created().stream().filter(p -> p.reference().equals(reference)).forEach(p -> payments.add(p.json()));
            answer(
                    exchange,
                    200,
                    Json.createObjectBuilder().add("payments", payments).build());
        } else {
            start(exchange);
        }
    }

    private void start(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(key, body));
        Fault fault = faults.poll();
        if (fault == Fault.BUSY || fault == Fault.BUSY_FOR_LONG) {
            exchange.getResponseHeaders().set("Retry-After", fault == Fault.BUSY ? "1" : "60");
            problem(exchange, 503, "gateway_unavailable", "Payments are not available right now.");
            return;
        }
        if (fault == Fault.REFUSE) {
            problem(exchange, 422, "method_not_available", "This way of paying does not work for this amount.");
            return;
        }
        if (fault == Fault.IN_PROGRESS) {
            problem(exchange, 409, "request_in_progress", "The first call is still under way.");
            return;
        }
        FakePayment payment = remember(key, body);
        if (fault == Fault.PROCESSING) {
            payment.becomes("processing", null);
        }
        if (fault == Fault.LOSE_ANSWER) {
            exchange.close();
            return;
        }
        answer(exchange, 201, payment.json());
    }

    /** The same key is the same payment; another key for an open payment of the order is another attempt of it. */
    private synchronized FakePayment remember(String key, String body) {
        FakePayment known = byKey.get(key);
        if (known != null) {
            return known;
        }
        JsonObject request = Json.createReader(new StringReader(body)).readObject();
        String open = created().stream()
                .filter(p -> p.reference().equals(request.getString("orderReference")) && p.status.equals("open"))
                .map(FakePayment::id)
                .findFirst()
                .orElseGet(() -> "pay_" + ids.incrementAndGet());
        FakePayment payment = new FakePayment(open, request, url().replace("/payments", ""));
        FakePayment before = byId.put(open, payment);
        payment.version = before == null ? 1 : before.version + 1;
        byKey.put(key, payment);
        return payment;
    }

    private static void cancel(HttpExchange exchange, FakePayment payment) throws IOException {
        if (payment.status.equals("open")) {
            payment.becomes("closed", "cancelled");
        }
        answer(exchange, payment.status.equals("processing") ? 202 : 200, payment.json());
    }

    private static void problem(HttpExchange exchange, int status, String code, String detail) throws IOException {
        answer(
                exchange,
                status,
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("detail", detail)
                        .build());
    }

    private static void answer(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        return Arrays.stream(String.valueOf(uri.getQuery()).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
