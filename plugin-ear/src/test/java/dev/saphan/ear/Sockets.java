/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The sockets of a process on which something can arrive, as Linux tells them. */
final class Sockets {

    private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)]");
    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";

    private Sockets() {}

    /** Such as {@code tcp 8080} or {@code udp 2904}; the test is skipped on other systems. */
    static List<String> listening(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        Assumptions.assumeTrue(Files.isDirectory(process), "Only Linux tells the sockets of a process");
        Set<String> inodes = inodes(process.resolve("fd"));
        List<String> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            String protocol = table.substring(0, 3);
            for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                boolean open = columns[3].equals(protocol.equals("tcp") ? LISTENING : UNCONNECTED);
                if (open && inodes.contains(columns[9])) {
                    String local = columns[1];
                    found.add(protocol + " " + Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16));
                }
            }
        }
        return found;
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> links = Files.list(descriptors)) {
            for (Path link : links.toList()) {
                Matcher socket = INODE.matcher(target(link));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
