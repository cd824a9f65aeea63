/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Answers the addresses that the client then connects to, and no others: a name is asked for once for each connection,
 * and whoever gives another answer a moment later is not asked again. One refused address refuses the name.
 */
final class GuardedNames implements DnsResolver {

    private final Names names;
    private final boolean privateToo;

    GuardedNames(Names names, boolean privateToo) {
        this.names = names;
        this.privateToo = privateToo;
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.of(host);
        if (found.length == 0 || !Stream.of(found).allMatch(this::isAllowed)) {
            throw new AddressRefused("The address lies where calls may not go");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isAllowed(InetAddress address) {
        return switch (Reach.of(address)) {
            case PUBLIC -> true;
            case PRIVATE -> privateToo;
            case NONE -> false;
        };
    }
}
