/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.simulator.account.Account;
import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksOnDiskTest {

    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)/");

    @TempDir
    private Path directory;

    @Test
    void whatWasAnsweredSurvivesAKill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--data-dir",
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            Client client = new Client(address(out), Account.DEMO_SECRET_KEY);
            CountDownLatch enough = new CountDownLatch(120);
            for (int i = 0; i < 3; i++) {
                Thread writer = new Thread(() -> writeUntilKilled(client, acknowledged, enough));
                writer.setDaemon(true);
                writer.start();
            }
            enough.await();
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (OmiseSimulator again = OmiseSimulator.builder()
                .dataFile(directory.resolve("omise-simulator.journal"))
                .start()) {
            assertThat(again.books().charges())
                    .extracting(charge -> charge.id())
                    .containsAll(acknowledged);
            assertThat(acknowledged)
                    .allSatisfy(
                            id -> assertThat(again.books().charge(id).status()).isEqualTo("successful"));
            assertThat(again.books().events().size()).isGreaterThanOrEqualTo(2 * acknowledged.size());
        }
    }

    @Test
    void everythingIsThereAfterARestart() {
        Path file = directory.resolve("books");
        String id;
        try (OmiseSimulator first = OmiseSimulator.builder().dataFile(file).start()) {
            Client client = Client.secret(first);
            id = client.postJson("/charges", """
                            {"amount": 50000, "currency": "THB", "metadata": {"n": {"deep": [1, 2.5, null]}},
                             "source": {"type": "atome_qr", "name": "สมชาย"}}""").get("id").getAsString();
            first.markAsPaid(id);
            first.refund(id, 100);
            try (OmiseSimulator memory = OmiseSimulator.builder().start()) {
                assertThat(memory.books().charges()).isEmpty();
            }
            assertThat(first.books().refunds()).hasSize(1);
        }

        try (OmiseSimulator second = OmiseSimulator.builder().dataFile(file).start()) {
            Client client = Client.secret(second);
            assertThat(second.books().charges()).hasSize(1);
            assertThat(client.get("/charges/" + id).get("refunded_amount").getAsLong())
                    .isEqualTo(100);
            assertThat(client.get("/charges/" + id).get("metadata").toString())
                    .isEqualTo("{\"n\":{\"deep\":[1,2.5,null]}}");
            assertThat(client.get("/charges/" + id)
                            .getAsJsonObject("source")
                            .get("name")
                            .getAsString())
                    .isEqualTo("สมชาย");
            second.refund(id, 49900);
            assertThat(client.get("/charges/" + id).get("refundable").getAsBoolean())
                    .isFalse();
        }
    }

    @Test
    void aLineThatWasCutOffIsForgotten() throws IOException {
        Path file = directory.resolve("books");
        try (OmiseSimulator first = OmiseSimulator.builder().dataFile(file).start()) {
            Client.secret(first).post("/charges", "amount=50000&currency=THB&source[type]=atome_qr");
        }
        Files.writeString(file, "[{\"shelf\":\"charges\",\"id\":\"chrg_te", StandardOpenOption.APPEND);

        for (int start = 0; start < 2; start++) {
            try (OmiseSimulator again = OmiseSimulator.builder().dataFile(file).start()) {
                assertThat(again.books().charges()).hasSize(1);
            }
        }
    }

    @Test
    void twoSimulatorsDoNotShareAFile() {
        Path file = directory.resolve("books");
        try (OmiseSimulator first = OmiseSimulator.builder().dataFile(file).start()) {
            assertThat(first.books().charges()).isEmpty();
            assertThatThrownBy(() -> OmiseSimulator.builder().dataFile(file).start())
                    .hasMessageContaining("another simulator uses it");
        }
    }

    @Test
    void whatWasOwedIsDoneAfterAKill() {
        Path file = directory.resolve("books");
        try (OmiseSimulator first = OmiseSimulator.builder()
                .dataFile(file)
                .webhookEndpoint(URI.create("http://localhost:1/"))
                .start()) {
            first.faults().add(Fault.of(FaultKind.DELAY_WEBHOOK).delay(Duration.ofHours(1)));
            Client.secret(first).post("/charges", "amount=50000&currency=THB&source[type]=atome_qr");
        }

        try (OmiseSimulator again = OmiseSimulator.builder().dataFile(file).start()) {
            again.awaitWebhooks(Duration.ofSeconds(10));
            assertThat(again.books().deliveries())
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.error()).isEqualTo("connection failed"));
        }
    }

    private static void writeUntilKilled(Client client, List<String> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                String id = client.post("/charges", "amount=50000&currency=THB&source[type]=atome_qr")
                        .get("id")
                        .getAsString();
                if (client.post("/charges/" + id + "/mark_as_paid", "")
                        .get("paid")
                        .getAsBoolean()) {
                    acknowledged.add(id);
                    enough.countDown();
                }
            }
        } catch (IllegalStateException killed) {
            return;
        }
    }

    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
        }
        throw new IllegalStateException("the simulator did not start");
    }
}
