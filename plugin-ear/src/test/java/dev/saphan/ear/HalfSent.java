/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that announces a body and does not send all of it. */
final class HalfSent implements AutoCloseable {

    private final Socket socket;

    static HalfSent from(String address, URI server, String path) throws IOException {
        return new HalfSent(
                server,
                path,
                "X-Forwarded-For: " + address
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na");
    }

    /** Who says that they would rather speak the second version. */
    static HalfSent ofSecondVersion(String address, URI server, String path) throws IOException {
        return new HalfSent(
                server,
                path,
                "X-Forwarded-For: " + address
                        + "\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB"
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na");
    }

    private HalfSent(URI server, String path, String rest) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(15).toMillis()));
        write("POST " + server.resolve(path).getPath() + " HTTP/1.1\r\nHost: localhost\r\n" + rest);
    }

    static HalfSent framedTwice(URI server, String path) throws IOException {
        return new HalfSent(server, path, "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n");
    }

    /** With the length first, and a request of its own where the body should have ended. */
    static HalfSent withARequestInside(URI server, String path, String encoding) throws IOException {
        return new HalfSent(
                server,
                path,
                "Content-Length: 4\r\nTransfer-Encoding: " + encoding
                        + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** How often it was answered, until the connection ended. */
    int answers() throws IOException {
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return all.split("HTTP/1\\.1 \\d", -1).length - 1;
    }

    /** One more byte. @return whether there is an answer */
    boolean trickles() throws IOException {
        if (socket.getInputStream().available() > 0) {
            return true;
        }
        write("a");
        return false;
    }

    /** Its first line. */
    String answer() throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
        return line == null ? "" : line;
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
