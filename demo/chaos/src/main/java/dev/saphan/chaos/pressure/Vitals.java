/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.pressure;

import java.util.ArrayList;
import java.util.List;

/**
 * What a node holds while nobody wants anything of it.
 *
 * @param freeWrites calls to Omise that change something and could go out
 * @param freeReads reads at Omise that could go out
 * @param freeTransactions transactions that could begin
 * @param connections of the node to its database
 * @param inTransaction those of them that are inside a transaction
 * @param leased pieces of work that a node has taken and not given back
 * @param threads of the process
 * @param heapBytes in use after a collection
 */
record Vitals(
        long freeWrites,
        long freeReads,
        long freeTransactions,
        long connections,
        long inTransaction,
        long leased,
        long threads,
        long heapBytes) {

    /** Pools of threads breathe: the server's, the client's, the collector's. */
    private static final int THREADS_THAT_COME_AND_GO = 40;

    private static final long MEGABYTES_THAT_COME_AND_GO = 60;

    /** Of two looks at the same node the calmer, figure by figure: what came back once was not kept. */
    Vitals calmer(Vitals other) {
        return new Vitals(
                Math.max(freeWrites, other.freeWrites),
                Math.max(freeReads, other.freeReads),
                Math.max(freeTransactions, other.freeTransactions),
                Math.min(connections, other.connections),
                Math.min(inTransaction, other.inTransaction),
                Math.min(leased, other.leased),
                Math.min(threads, other.threads),
                Math.min(heapBytes, other.heapBytes));
    }

    /** What was there before and is not now, or is there now and was not; empty if nothing was kept. */
    List<String> leakedSince(Vitals before) {
        List<String> leaks = new ArrayList<>();
        fewer(leaks, "permits for writes", before.freeWrites, freeWrites);
        fewer(leaks, "permits for reads", before.freeReads, freeReads);
        fewer(leaks, "permits for transactions", before.freeTransactions, freeTransactions);
        more(leaks, "connections inside a transaction", 0, inTransaction);
        more(leaks, "leases", before.leased, leased);
        more(leaks, "threads", before.threads + THREADS_THAT_COME_AND_GO, threads);
        more(leaks, "MB of heap", megabytes(before.heapBytes) + MEGABYTES_THAT_COME_AND_GO, megabytes(heapBytes));
        return leaks;
    }

    private static void fewer(List<String> leaks, String what, long before, long now) {
        if (now < before) {
            leaks.add(what + ": " + before + " before, " + now + " after");
        }
    }

    private static void more(List<String> leaks, String what, long most, long now) {
        if (now > most) {
            leaks.add(what + ": at most " + most + " expected, " + now + " found");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    @Override
    public String toString() {
        return String.format(
                "free writes %d, free reads %d, free transactions %d, connections %d (%d inside a transaction),"
                        + " leases %d, threads %d, heap %d MB",
                freeWrites,
                freeReads,
                freeTransactions,
                connections,
                inTransaction,
                leased,
                threads,
                megabytes(heapBytes));
    }
}
