/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that never ends takes no memory. */
class BoundedBodyTest {

    private static final int MOST = 10_000;

    private HttpServer server;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesWhatFits() throws Exception {
        assertThat(read(MOST)).hasSize(MOST);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void refusesOneByteMore() {
        assertThatIOException().isThrownBy(() -> read(MOST + 1)).withMessageContaining("More than");
    }

    @Test
    void leavesTheRestOfAnEndlessAnswerUnread() {
        AtomicInteger sent = new AtomicInteger();

        assertThatIOException().isThrownBy(() -> read(500_000_000, sent)).withMessageContaining("More than");

        assertThat(sent.get()).isLessThan(100_000_000);
    }

    private byte[] read(int bytes) throws Exception {
        return read(bytes, new AtomicInteger());
    }

    private byte[] read(int bytes, AtomicInteger sent) throws Exception {
        if (server != null) {
            server.stop(0);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] part = new byte[8192];
                for (int left = bytes; left > 0; left -= part.length) {
                    body.write(part, 0, Math.min(part.length, left));
                    sent.addAndGet(part.length);
                }
            } catch (IOException e) {
                exchange.close();
            }
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BoundedBody.of(MOST))
                .body();
    }
}
