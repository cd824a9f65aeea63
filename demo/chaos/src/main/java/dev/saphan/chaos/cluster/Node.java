/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.cluster;

import dev.saphan.demo.Service;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A server behind a forwarder: a node of the plugin, or the store. It is sent requests from when it is ready until it is killed or stopped. */
public final class Node {

    private static final Pattern UP_WITHOUT_APPLICATION = Pattern.compile("\"Deployed\": \\[\\s*]");

    private final Service service;
    private final int port;
    private final Forwarder forwarder;
    private boolean inTurn;

    Node(Service service, int port, Forwarder forwarder) {
        this.service = service;
        this.port = port;
        this.forwarder = forwarder;
    }

    public String name() {
        return service.name();
    }

    /** Of the server itself, not of the forwarder before it. */
    public int port() {
        return port;
    }

    public Path log() {
        return service.log();
    }

    public void start() {
        service.start();
    }

    void startIfDead() {
        if (!service.isAlive()) {
            start();
        }
    }

    /**
     * Waits until it takes requests. A server that is up without the application, because the database was away at that
     * moment, is started once more, as whoever watches over nodes in production does.
     */
    public void awaitReady(long deadline) {
        service.awaitReady(deadline, this::startAgainIfEmpty);
        turn(true);
    }

    private void startAgainIfEmpty() {
        if (service.hasSaid(UP_WITHOUT_APPLICATION)) {
            service.kill();
            service.start();
        }
    }

    /** @throws IllegalStateException if it does not run */
    public long pid() {
        return service.pid();
    }

    public void kill() {
        service.kill();
        turn(false);
    }

    void stop() {
        turn(false);
        service.stop();
    }

    public synchronized boolean isInTurn() {
        return inTurn;
    }

    private synchronized void turn(boolean in) {
        if (in && !inTurn) {
            forwarder.add(port);
        } else if (!in) {
            forwarder.remove(port);
        }
        inTurn = in;
    }
}
