/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import dev.saphan.chaos.cluster.Cluster;
import dev.saphan.chaos.cluster.Node;
import dev.saphan.demo.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A node on PostgreSQL that is sent such requests. */
public final class FuzzedNode {

    private static final String STORE = "demo";

    private FuzzedNode() {}

    /** Starts one, sends to it, and stops it. */
    public static FuzzReport run(long seed, Fuzz fuzz, Path root, Path home, Consumer<String> progress)
            throws IOException, InterruptedException {
        try (Cluster cluster = Cluster.ofOneNode(root, home)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-all"));
            cluster.start(progress);
            return run(seed, fuzz, cluster, progress);
        }
    }

    /** Sends to one that runs. */
    public static FuzzReport run(long seed, Fuzz fuzz, Cluster cluster, Consumer<String> progress)
            throws IOException, InterruptedException {
        Node node = cluster.nodes().get(0);
        return new FuzzRun(seed, fuzz, node.port(), node.log(), progress)
                .run(STORE, cluster.apiKey(), Programs.adminPassword());
    }
}
