/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node has written since a moment. */
record NodeLog(Path file, long start) {

    /** Said by the plugin as a fault of its own, or by a thread that died, whatever the client was answered. */
    private static final Pattern FAULT =
            Pattern.compile("SEVERE[^\n]*?(dev\\.saphan[\\w.]*)|(Exception in thread)[^\n]*?: ([^\n]*)");

    static NodeLog of(Path file) throws IOException {
        return new NodeLog(file, file.toFile().length());
    }

    String since() throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] grown = new byte[Math.toIntExact(open.length() - start)];
            open.seek(start);
            open.readFully(grown);
            return new String(grown, StandardCharsets.UTF_8);
        }
    }

    /** How often each of them is told. */
    static Map<String, Integer> faults(String log) {
        Map<String, Integer> found = new TreeMap<>();
        Matcher fault = FAULT.matcher(log);
        while (fault.find()) {
            found.merge(
                    fault.group(1) == null ? fault.group(2) + ": " + fault.group(3) : fault.group(1), 1, Integer::sum);
        }
        return found;
    }
}
