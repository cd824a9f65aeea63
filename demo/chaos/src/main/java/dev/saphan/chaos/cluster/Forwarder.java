/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one address of a server or of several nodes, as a load balancer gives it: each connection goes to the next node in turn, and to
 * another one if that does not take it. A node is in turn from {@link #add} until {@link #remove}. Bytes are passed on
 * as they are; when one side closes, so does the other.
 */
final class Forwarder implements AutoCloseable {

    private static final int MOST_WAITING = 200;
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket door;
    private final List<Integer> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(Forwarder::daemon);

    Forwarder(int port) {
        try {
            door = new ServerSocket(port, MOST_WAITING, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " is not free", e);
        }
    }

    void start() {
        threads.execute(this::accept);
    }

    void add(int port) {
        nodes.add(port);
    }

    void remove(int port) {
        nodes.remove(Integer.valueOf(port));
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // closed, which the loop sees, or a client that gave up at once
            }
        }
    }

    private void serve(Socket client) {
        Optional<Socket> node = connect();
        if (node.isEmpty()) {
            close(client);
            return;
        }
        threads.execute(() -> pump(client, node.get()));
        pump(node.get(), client);
    }

    private Optional<Socket> connect() {
        List<Integer> order = new ArrayList<>(nodes);
        if (!order.isEmpty()) {
            Collections.rotate(order, -Math.floorMod(turn.getAndIncrement(), order.size()));
        }
        for (int port : order) {
            try {
                return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                // that node is gone; the next one
            }
        }
        return Optional.empty();
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // one side broke off; the other is closed with it
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "forwarder");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
