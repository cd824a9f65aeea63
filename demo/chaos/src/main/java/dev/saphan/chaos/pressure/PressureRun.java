/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.saphan.chaos.Http;
import dev.saphan.chaos.cluster.Cluster;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One node on a durable PostgreSQL, as in production, and more people than Omise can serve.
 *
 * <ol>
 *   <li>Starts everything, lets the people come once so that pools are filled, and looks at the node at rest.
 *   <li>Lets them come again while Omise is slow, quick, hangs, and answers again; all at the same moment when it begins to.
 *   <li>Gives it five seconds; from then on everything must be served to those who are still there, a fifth of them.
 *   <li>Looks at the node at rest again: whatever was taken must be back.
 * </ol>
 */
public final class PressureRun {

    /** The phase in which everything must work again. */
    static final String AFTERWARDS = "afterwards";

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The first phases only warm the node up: refusals of a cold virtual machine may come late. */
    static final String WARM_UP = "warm-up";

    /** Until what was begun before is done. */
    private static final Duration REST = Duration.ofSeconds(20);

    /** Payments that nobody pays are still read now and then, so one look may meet a permit that is in use. */
    private static final int LOOKS = 10;

    /** By then the slowest request is over, and threads that pools keep for a while are gone. */
    private static final int LONGEST_LOOKS = 60;

    private static final int ALL = 1_000_000;

    private final PressureOptions options;
    private final Path root;
    private final Path home;
    private final Consumer<String> log;
    private final Samples samples = new Samples();
    private final AtomicReference<Phase> phase = new AtomicReference<>(grace());
    private final Http http = new Http();

    /**
     * @param root of the project, where the built artifacts lie
     * @param home folder for data and logs
     */
    public PressureRun(PressureOptions options, Path root, Path home, Consumer<String> log) {
        this.options = options;
        this.root = root;
        this.home = home;
        this.log = log;
    }

    public PressureReport run() throws IOException, InterruptedException {
        try (Cluster cluster = Cluster.asInProduction(root, home)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-all"));
            cluster.start(log);
            VitalsReader vitals = new VitalsReader(cluster, http);
            press(cluster, options.warmUp());
            rest();
            Vitals before = look(vitals, LOOKS, calmest -> false);
            press(cluster, options.phases());
            rest();
            Vitals after = look(
                    vitals,
                    LONGEST_LOOKS,
                    calmest -> calmest.leakedSince(before).isEmpty());
            return new PressureReport(samples, before, after, charges(cluster));
        }
    }

    private void rest() throws InterruptedException {
        log.accept("at rest");
        TimeUnit.NANOSECONDS.sleep(REST.toNanos());
    }

    /** The calmest that was seen, second by second, until it is calm enough. */
    private static Vitals look(VitalsReader reader, int looks, Predicate<Vitals> isEnough)
            throws IOException, InterruptedException {
        Vitals calmest = reader.read();
        for (int look = 1; look < looks && !isEnough.test(calmest); look++) {
            TimeUnit.SECONDS.sleep(1);
            calmest = calmest.calmer(reader.read());
        }
        return calmest;
    }

    private void press(Cluster cluster, List<Phase> phases) throws IOException, InterruptedException {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService people = Executors.newFixedThreadPool(options.clients());
        ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        try {
            enter(cluster, phases.get(0));
            SplittableRandom seeded = new SplittableRandom(options.seed());
            List<? extends Future<?>> all = IntStream.range(0, options.clients())
                    .mapToObj(number -> people.submit(new Client(
                            name(phases, number),
                            number,
                            cluster,
                            client,
                            samples,
                            phase::get,
                            open::get,
                            seeded.split())))
                    .toList();
            Client watcher = new Client("watcher", 0, cluster, client, samples, phase::get, open::get, seeded.split());
            Future<?> watching = watch.scheduleWithFixedDelay(() -> watch(watcher), 1, 1, TimeUnit.SECONDS);
            through(cluster, phases);
            open.set(false);
            watching.cancel(false);
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client broke off", e.getCause());
        } finally {
            watch.shutdownNow();
            people.shutdownNow();
        }
    }

    private void through(Cluster cluster, List<Phase> phases) throws IOException, InterruptedException {
        for (Phase next : phases) {
            enter(cluster, next);
            TimeUnit.NANOSECONDS.sleep(next.lasts().toNanos());
        }
    }

    private void enter(Cluster cluster, Phase next) throws IOException {
        http.delete(cluster.simulatorUrl() + "/_sim/faults").requireOk();
        JsonObject fault = new JsonObject();
        fault.addProperty("kind", "latency");
        fault.addProperty("count", ALL);
        fault.addProperty("millis", next.latency().toMillis());
        http.postJson(cluster.simulatorUrl() + "/_sim/faults", fault.toString()).requireOk();
        phase.set(next);
        log.accept(next.name() + ": Omise answers after " + next.latency().toMillis() + " ms");
    }

    private static void watch(Client watcher) {
        try {
            Client.watch(watcher);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Orders of different rounds are different orders. */
    private static String name(List<Phase> phases, int number) {
        return "P" + phases.size() + "x" + number;
    }

    private Map<String, Integer> charges(Cluster cluster) throws IOException {
        Map<String, Integer> charges = new TreeMap<>();
        JsonObject books = http.get(cluster.simulatorUrl() + "/_sim/books")
                .requireOk()
                .json()
                .getAsJsonObject();
        for (JsonElement charge : books.getAsJsonArray("charges")) {
            JsonElement order =
                    charge.getAsJsonObject().getAsJsonObject("metadata").get("order_reference");
            charges.merge(order == null ? "" : order.getAsString(), 1, Integer::sum);
        }
        return charges;
    }

    /** How long after the last bad phase everything must be served. */
    static Phase grace() {
        return Phase.of("answers again", 100, (int) GRACE.toSeconds());
    }
}
