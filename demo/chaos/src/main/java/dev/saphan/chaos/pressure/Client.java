/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A storefront's request, or a shopper with a page open: does one thing after another, with a pause to look at it. */
final class Client implements Runnable {

    /** Longer than the plugin waits for Omise. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    /** Between half of it and one and a half, in milliseconds. */
    private static final int PAUSE = 5000;

    private static final int MOMENT = 20;

    private static final int CREATED = 201;

    private final String name;
    private final int number;
    private final Cluster cluster;
    private final HttpClient http;
    private final Samples samples;
    private final Supplier<Phase> phase;
    private final BooleanSupplier goesOn;
    private final SplittableRandom random;
    private int orders;
    private String payment = "";
    private String page = "";

    /** @param number from 0 on: who comes last stays away first */
    Client(
            String name,
            int number,
            Cluster cluster,
            HttpClient http,
            Samples samples,
            Supplier<Phase> phase,
            BooleanSupplier goesOn,
            SplittableRandom random) {
        this.name = name;
        this.number = number;
        this.cluster = cluster;
        this.http = http;
        this.samples = samples;
        this.phase = phase;
        this.goesOn = goesOn;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            Phase now = phase.get();
            pause(now, random.nextInt(PAUSE));
            while (goesOn.getAsBoolean()) {
                Phase then = phase.get();
                if (number >= then.people()) {
                    pause(then, PAUSE);
                    continue;
                }
                act(!then.equals(now) && then.isRush() ? Operation.START : next());
                now = then;
                pause(now, PAUSE / 2 + random.nextInt(PAUSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As long, or until the next rush begins. */
    private void pause(Phase now, int millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until
                && (phase.get().equals(now) || !phase.get().isRush())) {
            TimeUnit.MILLISECONDS.sleep(MOMENT);
        }
    }

    private Operation next() {
        if (payment.isEmpty()) {
            return Operation.START;
        }
        int all = 0;
        for (Operation operation : Operation.values()) {
            all += operation.weight();
        }
        int drawn = random.nextInt(all);
        for (Operation operation : Operation.values()) {
            drawn -= operation.weight();
            if (drawn < 0) {
                return operation;
            }
        }
        return Operation.START;
    }

    private void act(Operation operation) throws InterruptedException {
        switch (operation) {
            case START -> start();
            case READ -> send(operation, api("/payments/" + payment).GET());
            case PAGE -> send(operation, request(page).GET());
            case STATE -> send(operation, request(page + "/state").GET());
            case RETURN ->
                send(operation, request(page.replace("/pay/", "/return/")).GET());
            case OFFERS ->
                send(
                        operation,
                        api("/payment-methods?amount=50000&currency=THB").GET());
            case SIGN_IN -> signIn();
            case HEALTH ->
                send(operation, request(cluster.serverUrl() + "/health/ready").GET());
        }
    }

    private void start() throws InterruptedException {
        String order = name + "-" + orders++;
        JsonObject amount = new JsonObject();
        amount.addProperty("amount", 50_000);
        amount.addProperty("currency", "THB");
        JsonObject body = new JsonObject();
        body.addProperty("orderReference", order);
        body.add("amount", amount);
        body.addProperty("method", "alipay_cn");
        body.addProperty("channel", "online");
        body.addProperty("returnUrl", cluster.storeUrl() + "/");
        HttpResponse<String> answer = send(
                Operation.START,
                api("/payments")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", order)
                        .POST(BodyPublishers.ofString(body.toString())));
        if (answer != null && answer.statusCode() == CREATED) {
            JsonObject started = JsonParser.parseString(answer.body()).getAsJsonObject();
            payment = started.get("id").getAsString();
            page = started.get("checkoutUrl").getAsString();
            payAtOmise(started);
        }
    }

    /** Every second shopper pays, so that webhooks and messages to the store are among what is to be done. */
    private void payAtOmise(JsonObject started) throws InterruptedException {
        var charge = started.getAsJsonArray("attempts").get(0).getAsJsonObject().get("chargeId");
        if (charge.isJsonNull() || random.nextBoolean()) {
            return;
        }
        try {
            http.send(
                    request(cluster.simulatorUrl() + "/_sim/charges/" + charge.getAsString() + "/mark_as_paid")
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("The simulator does not answer", e);
        }
    }

    /** Somebody guesses. */
    private void signIn() throws InterruptedException {
        send(
                Operation.SIGN_IN,
                request(cluster.paymentsUrl() + "/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", cluster.serverUrl())
                        .POST(BodyPublishers.ofString("name=" + name + "&password=guess-" + orders)));
    }

    private @Nullable HttpResponse<String> send(Operation operation, HttpRequest.Builder request)
            throws InterruptedException {
        String sentIn = phase.get().name();
        long begin = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            boolean retryAfter = answer.headers().firstValue("Retry-After").isPresent();
            samples.add(sentIn, new Sample(operation, answer.statusCode(), retryAfter, System.nanoTime() - begin));
            return answer;
        } catch (IOException e) {
            samples.add(sentIn, new Sample(operation, 0, false, System.nanoTime() - begin));
            return null;
        }
    }

    /** Asks now and then whether the node is ready. */
    static void watch(Client watcher) throws InterruptedException {
        watcher.act(Operation.HEALTH);
    }

    private HttpRequest.Builder api(String path) {
        return request(cluster.paymentsUrl() + "/api/v1" + path).header("Authorization", "Bearer " + cluster.apiKey());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST);
    }
}
