/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.chaos.fuzz.Fuzz;
import dev.saphan.chaos.fuzz.FuzzReport;
import dev.saphan.chaos.fuzz.FuzzedNode;
import dev.saphan.chaos.trace.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One node, asked for everything in every wrong way: politely refused, quietly, and nothing secret is written down. */
class FuzzIT {

    private static final long SEED = Long.getLong("saphan.fuzz.seed", 20_261_127);
    private static final int EACH = Integer.getInteger("saphan.fuzz.each", 100);

    /** More than the node's transactions at once. */
    private static final int CROWD = 40;

    private static Path home;
    private static Cluster cluster;
    private static Traces traces;

    @BeforeAll
    static void start() throws IOException {
        home = Runs.home("fuzz");
        cluster = Cluster.ofOneNode(Runs.ROOT, home);
        cluster.start(System.out::println);
        traces = Traces.of(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void refusesPolitelyAtOnceAndQuietly() throws IOException, InterruptedException {
        FuzzReport report = FuzzedNode.run(SEED, Fuzz.ofEach(EACH), cluster, System.out::println);
        System.out.println(report.text());

        assertThat(report.findings()).as("data and logs are in " + home).isEmpty();
    }

    @Test
    void writesDownNothingThatIsSecret() throws IOException {
        assertThat(traces.known()).as("what was looked for").hasSizeGreaterThan(10);
        assertThat(traces.found()).as("data and logs are in " + home).isEmpty();
    }

    @Test
    void saysThatItsDatabaseIsAwayAndGoesOnWhenItIsBack() throws IOException {
        Http http = new Http();
        String payments = cluster.paymentsUrl() + "/api/v1/payments?orderReference=nothing";
        String key = "Bearer " + cluster.apiKey();
        http.get(payments, "Authorization", key).requireOk();

        cluster.postgres().kill();
        try {
            for (String address : List.of(payments, cluster.paymentsUrl() + "/pay/" + "x".repeat(43))) {
                Http.Answer answer = http.get(address, "Authorization", key);

                assertThat(answer.status()).as(address).isEqualTo(503);
                assertThat(answer.headers()).as(address).containsKey("retry-after");
            }
        } finally {
            cluster.postgres().start();
        }

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(
                                http.get(payments, "Authorization", key).status())
                        .isEqualTo(200));
    }

    /** One that takes connections and answers nothing: no reset, no refusal, only silence. */
    @Test
    void saysThatItsDatabaseIsSilentAndGoesOnWhenItAnswers() throws Exception {
        Http http = new Http();
        Silenced asking = new Silenced(http, cluster);
        assertThat(asking.everything()).extracting(Silenced.Told::status).containsExactly(200, 404, 201, 200);

        cluster.postgres().freeze();
        try {
            assertThat(asking.everything()).allSatisfy(told -> {
                assertThat(told.status()).as(told.what()).isEqualTo(503);
                assertThat(told.took()).as(told.what()).isLessThan(Duration.ofSeconds(15));
            });
            assertThat(asking.payments(CROWD)).allSatisfy(told -> {
                assertThat(told.status()).isEqualTo(503);
                assertThat(told.retryAfter()).isPresent();
            });
        } finally {
            cluster.postgres().thaw();
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(asking.everything())
                        .extracting(Silenced.Told::status)
                        .containsExactly(200, 404, 201, 200));
        assertThat(asking.payments(CROWD)).extracting(Silenced.Told::status).containsOnly(200);
    }

    @Test
    void waitsForALockLongerThanForADatabaseThatIsSilent() throws Exception {
        Silenced asking = new Silenced(new Http(), cluster);

        Silenced.Told told = cluster.postgres().jdbi().inTransaction(handle -> {
            handle.execute("lock table payment in access exclusive mode");
            CompletableFuture<Silenced.Told> waiting = CompletableFuture.supplyAsync(asking::payment);
            handle.execute("select pg_sleep(5)");
            assertThat(waiting).isNotDone();
            handle.commit();
            return waiting.get(20, TimeUnit.SECONDS);
        });

        assertThat(told.status()).isEqualTo(200);
    }

    /** As one does that waits for a distant replica. */
    @Test
    void waitsForACommitLongerThanForADatabaseThatIsSilent() throws Exception {
        Silenced asking = new Silenced(new Http(), cluster);
        cluster.postgres().jdbi().useHandle(handle -> {
            handle.execute("""
                    create function late() returns trigger language plpgsql as
                        'begin perform pg_sleep(4); return null; end'""");
            handle.execute("""
                    create constraint trigger late after insert on payment
                        deferrable initially deferred for each row execute function late()""");
        });

        try {
            Silenced.Told told = asking.start();

            assertThat(told.status()).isEqualTo(201);
            assertThat(told.took()).isGreaterThan(Duration.ofSeconds(4));
        } finally {
            cluster.postgres().jdbi().useHandle(handle -> handle.execute("drop function late() cascade"));
        }
    }
}
