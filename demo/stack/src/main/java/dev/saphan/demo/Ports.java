/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Where the three processes answer. */
public record Ports(int store, int payments, int simulator) {

    /** The demo's own, as documented. */
    public static final Ports DOCUMENTED = new Ports(8070, 8080, 8090);

    /** Free ones, for tests. */
    public static Ports free() {
        return new Ports(freePort(), freePort(), freePort());
    }

    /** @throws IllegalStateException naming the first port on which something answers already */
    void requireFree() {
        for (int port : List.of(store, payments, simulator)) {
            if (answers(port)) {
                throw new IllegalStateException(
                        "Port " + port + " is taken by another process. Stop it and start the demo again.");
            }
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public String storeUrl() {
        return "http://localhost:" + store;
    }

    public String paymentsUrl() {
        return "http://localhost:" + payments + "/payments";
    }

    public String simulatorUrl() {
        return "http://localhost:" + simulator;
    }

    /** A free one, for one process more. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
