/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.ledger;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A file that only grows while the simulator runs: one line for each change, written in one go. Opening it reads what
 * is there, leaves out what was written over since and a last line that a kill cut off, and begins anew with the rest.
 */
final class Journal implements AutoCloseable {

    private final FileChannel lock;
    private final FileChannel lines;
    private final Map<String, Map<String, JsonElement>> found;

    private Journal(FileChannel lock, FileChannel lines, Map<String, Map<String, JsonElement>> found) {
        this.lock = lock;
        this.lines = lines;
        this.found = found;
    }

    static Journal open(Path file) {
        try {
            FileChannel lock = lock(file.resolveSibling(file.getFileName() + ".lock"));
            Map<String, Map<String, JsonElement>> found = JournalLines.read(file);
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JournalLines.of(found), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Journal(lock, FileChannel.open(file, StandardOpenOption.APPEND), found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** What the file had of a shelf when it was opened, by id, in the order in which the things first came. */
    Map<String, JsonElement> found(String shelf) {
        return found.getOrDefault(shelf, Map.of());
    }

    void write(List<JournalEntry> change) {
        ByteBuffer line = StandardCharsets.UTF_8.encode(JournalLines.of(change) + "\n");
        try {
            while (line.hasRemaining()) {
                lines.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("another simulator uses it", e);
        }
        channel.close();
        throw new IOException("another simulator uses it");
    }

    @Override
    public void close() {
        try {
            lines.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
