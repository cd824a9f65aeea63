/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are, which no library for HTTP would. */
final class RawClient {

    /** Longer than anything may wait: a request that finds no place is refused sooner. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final int MOST_READ = 2_000_000;
    private static final Pattern STATUS = Pattern.compile("^HTTP/1\\.[01] (\\d{3})");

    private final int port;
    private final Duration longest;

    RawClient(int port, Duration longest) {
        this.port = port;
        this.longest = longest;
    }

    /**
     * What came back.
     *
     * @param status 0 if the server closed without a word, -1 if it said nothing in time */
    record Outcome(int status, String text) {

        static final int CLOSED = 0;
        static final int HANGS = -1;

        boolean has(String header) {
            return text.toLowerCase(Locale.ROOT).contains("\n" + header.toLowerCase(Locale.ROOT) + ":");
        }

        /** Whether it came from the plugin; a server refuses some by itself, before it knows whom they are for. */
        boolean isOurs() {
            return has("X-Content-Type-Options");
        }

        /** By its body: an answer to a request without a version has no type. */
        boolean isProblem() {
            return text.contains("\"code\":\"");
        }

        boolean isRefusal() {
            return status >= 400;
        }

        /** Whether no client could complain: anything but a fault of the server's, and who may try again is told when. */
        boolean isPolite() {
            return switch (status) {
                case HANGS -> false;
                case 429, 503 -> has("Retry-After");
                // of a server that does not know a method, at an address of its own, as RFC 9110 has it (15.6.2)
                case 501 -> !isOurs();
                // of a server that finds no version of HTTP in the first line, before anybody else is asked
                case 505 -> text.length() < 300;
                default -> status < 500;
            };
        }
    }

    /**
     * How a request goes over the wire: whole, or in two pieces.
     *
     * @param first how many bytes go ahead
     * @param pause before the others */
    record Pieces(int first, Duration pause) {

        static final Pieces WHOLE = new Pieces(Integer.MAX_VALUE, Duration.ZERO);

        /** Each other one whole; else most often parted behind the head, where most clients part, and parted briefly. */
        static Pieces of(byte[] request, SplittableRandom random) {
            if (random.nextBoolean()) {
                return WHOLE;
            }
            int head = new String(request, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
            int first = random.nextInt(3) == 0 ? random.nextInt(request.length + 1) : head;
            return new Pieces(first, Duration.ofNanos(random.nextInt(2_000_000)));
        }
    }

    Outcome send(byte[] request) throws IOException {
        return send(request, Pieces.WHOLE);
    }

    Outcome send(byte[] request, Pieces pieces) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) longest.toMillis());
            socket.setSoTimeout((int) longest.toMillis());
            socket.setTcpNoDelay(true);
            write(socket, request, pieces);
            return read(socket.getInputStream());
        }
    }

    /** Who refuses early may close before all was sent; the answer is there all the same. */
    private static void write(Socket socket, byte[] request, Pieces pieces) {
        int first = Math.min(pieces.first(), request.length);
        try {
            socket.getOutputStream().write(request, 0, first);
            LockSupport.parkNanos(pieces.pause().toNanos());
            socket.getOutputStream().write(request, first, request.length - first);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return;
        }
    }

    private Outcome read(InputStream stream) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[16_384];
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            int count = stream.read(buffer);
            while (count >= 0 && answer.size() < MOST_READ && !isStream(answer)) {
                answer.write(buffer, 0, count);
                if (System.nanoTime() > deadline) {
                    return new Outcome(Outcome.HANGS, text(answer));
                }
                count = stream.read(buffer);
            }
        } catch (SocketTimeoutException e) {
            return new Outcome(Outcome.HANGS, text(answer));
        } catch (IOException e) {
            return outcome(text(answer));
        }
        return outcome(text(answer));
    }

    /** Events go on for as long as somebody listens. */
    private static boolean isStream(ByteArrayOutputStream answer) {
        String text = text(answer);
        return answer.size() < 4_096 && (text.contains("text/event-stream") || text.contains("\nevent: "));
    }

    private static Outcome outcome(String text) {
        Matcher status = STATUS.matcher(text);
        return new Outcome(status.find() ? Integer.parseInt(status.group(1)) : Outcome.CLOSED, text);
    }

    private static String text(ByteArrayOutputStream answer) {
        return answer.toString(StandardCharsets.UTF_8);
    }
}
