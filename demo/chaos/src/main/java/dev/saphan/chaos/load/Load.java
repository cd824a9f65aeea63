/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import dev.saphan.chaos.Http;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Several people at once, each going through visits of an own stream of the seed until the time is over. */
public final class Load implements AutoCloseable {

    private static final List<String> PRODUCTS = List.of("clay-teapot", "benjarong-bowl");

    private final Operations operations = new Operations();
    private final Together together = new Together();
    private final Shop shop;
    private final Shopper shopper;
    private final ExecutorService people;

    public Load(Cluster cluster, Http http, int people) {
        this.people = Executors.newFixedThreadPool(people);
        this.shop = new Shop(cluster.storeUrl(), http);
        this.shopper = new Shopper(
                shop,
                new PaymentsApi(cluster.paymentsUrl(), cluster.apiKey(), http),
                new Wallet(cluster.simulatorUrl(), http),
                operations,
                together);
    }

    public Operations operations() {
        return operations;
    }

    public void prepare() throws IOException {
        for (String product : PRODUCTS) {
            shop.restock(product);
        }
    }

    /**
     * Runs until all have left.
     *
     * @param streams one for each person
     * @param open as long as it says so, who has finished a visit comes again
     */
    public void run(List<SplittableRandom> streams, BooleanSupplier open) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            SplittableRandom stream = streams.get(i);
            String name = "p" + i;
            running.add(people.submit(() -> visits(stream, name, open)));
        }
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The load itself is broken", e.getCause());
            }
        }
    }

    private void visits(SplittableRandom stream, String name, BooleanSupplier open) {
        for (int number = 1; open.getAsBoolean(); number++) {
            shopper.visit(Visit.draw(stream, name + "-" + number));
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
        together.close();
    }
}
