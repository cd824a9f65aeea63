/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

/** Copies what is new in a service's log to the console, each line with the service's name in front. */
final class LogStream {

    private final Service service;
    private long position;
    private String rest = "";

    LogStream(Service service) {
        this.service = service;
        this.position = service.log().toFile().length();
    }

    void copyTo(PrintStream console) {
        try (RandomAccessFile file = new RandomAccessFile(service.log().toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length() - position, 64 * 1024)];
            if (bytes.length == 0) {
                return;
            }
            file.seek(position);
            file.readFully(bytes);
            position += bytes.length;
            String text = rest + new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            rest = text.substring(end);
            text.substring(0, end)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> console.printf("%-9s | %s%n", service.name(), line));
        } catch (IOException e) {
            console.printf("%-9s | (log cannot be read)%n", service.name());
        }
    }
}
