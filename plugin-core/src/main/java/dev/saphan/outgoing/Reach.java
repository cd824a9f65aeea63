/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an address reaches, by the special-purpose registries of IANA (RFC 6890). An address that carries another one
 * within it (IPv4-mapped, IPv4-compatible, NAT64, 6to4, Teredo) reaches as far as that one.
 */
enum Reach {
    /** Anybody's on the internet. */
    PUBLIC,
    /** A network of one's own, this machine included. */
    PRIVATE,
    /** Nobody's whom a message is meant for: a link, a group, a document, a test, what is not given out. */
    NONE;

    private static final List<Range> OWN = List.of(
            new Range("10.0.0.0", 8),
            new Range("100.64.0.0", 10),
            new Range("127.0.0.0", 8),
            new Range("172.16.0.0", 12),
            new Range("192.168.0.0", 16),
            new Range("::1", 128),
            new Range("fc00::", 7));

    private static final List<Range> NOBODYS = List.of(
            new Range("0.0.0.0", 8),
            new Range("169.254.0.0", 16),
            new Range("192.0.0.0", 24),
            new Range("192.0.2.0", 24),
            new Range("192.88.99.0", 24),
            new Range("198.18.0.0", 15),
            new Range("198.51.100.0", 24),
            new Range("203.0.113.0", 24),
            new Range("224.0.0.0", 4),
            new Range("240.0.0.0", 4),
            new Range("2001::", 23),
            new Range("2001:db8::", 32),
            new Range("3fff::", 20));

    private static final Range GLOBAL = new Range("2000::", 3);
    private static final Range COMPATIBLE = new Range("::", 96);
    private static final Range MAPPED = new Range(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);
    private static final Range NAT64 = new Range("64:ff9b::", 96);
    private static final Range SIX_TO_FOUR = new Range("2002::", 16);
    private static final Range TEREDO = new Range("2001::", 32);

    static Reach of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Reach of(byte[] address) {
        if (OWN.stream().anyMatch(range -> range.holds(address))) {
            return PRIVATE;
        }
        List<byte[]> within = within(address);
        if (!within.isEmpty()) {
            return within.stream().map(Reach::of).max(Reach::compareTo).orElseThrow();
        }
        if (NOBODYS.stream().anyMatch(range -> range.holds(address))) {
            return NONE;
        }
        return address.length == 4 || GLOBAL.holds(address) ? PUBLIC : NONE;
    }

    private static List<byte[]> within(byte[] address) {
        List<byte[]> found = new ArrayList<>();
        if (COMPATIBLE.holds(address) || MAPPED.holds(address) || NAT64.holds(address)) {
            found.add(four(address, 12, 0));
        } else if (SIX_TO_FOUR.holds(address)) {
            found.add(four(address, 2, 0));
        } else if (TEREDO.holds(address)) {
            found.add(four(address, 4, 0)); // the server's
            found.add(four(address, 12, 0xff)); // the client's, with every bit turned over
        }
        return found;
    }

    private static byte[] four(byte[] address, int from, int turned) {
        byte[] four = new byte[4];
        for (int i = 0; i < four.length; i++) {
            four[i] = (byte) (address[from + i] ^ turned);
        }
        return four;
    }

    private static final class Range {

        private final byte[] first;
        private final int bits;

        /** @param bits how many of the first bits every address of the range has in common */
        private Range(byte[] first, int bits) {
            this.first = first;
            this.bits = bits;
        }

        private Range(String first, int bits) {
            this(bytes(first), bits);
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        private boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
