/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands as the HTTP proxy of a JVM, takes down what it wants from other machines and gives it nothing. */
final class CallsOutside implements AutoCloseable {

    private final ServerSocket proxy;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    CallsOutside() {
        try {
            proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "calls-outside");
        accepting.setDaemon(true);
        accepting.start();
    }

    /** System properties for the JVM; what it wants from this machine does not come here. */
    Map<String, String> asProxy() {
        String port = String.valueOf(proxy.getLocalPort());
        return Map.of(
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", port,
                "https.proxyHost", "127.0.0.1",
                "https.proxyPort", port,
                "http.nonProxyHosts", "localhost|127.*");
    }

    /** First lines of the requests, in the order they came. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void accept() {
        while (!proxy.isClosed()) {
            try (Socket call = proxy.accept();
                    BufferedReader request = new BufferedReader(
                            new InputStreamReader(call.getInputStream(), StandardCharsets.US_ASCII))) {
                calls.add(String.valueOf(request.readLine()));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                calls.add("unreadable: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
