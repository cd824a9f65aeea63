/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.client;

import dev.saphan.settings.NetworkAddress;
import dev.saphan.settings.TrustedProxies;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Whom a request comes from; the only one that asks the socket. Of the hops that trusted proxies tell, the client is the
 * nearest one that is not trusted itself: what stands before it, a stranger may have written.
 */
@Wired
public class ClientAddress {

    private static final String KNOWN = "saphan.client-address";
    private static final int NETWORK_OF_A_SITE = 8;

    private final TrustedProxies proxies;

    @Inject
    public ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** As text, at most 45 characters. */
    public String of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof String known) {
            return known;
        }
        String address = client(request);
        request.setAttribute(KNOWN, address);
        return address;
    }

    /** What counts as one address: of IPv6 the network, since every site has as many addresses as it likes. */
    public String networkOf(HttpServletRequest request) {
        String address = of(request);
        return NetworkAddress.parse(address)
                .filter(Inet6Address.class::isInstance)
                .map(InetAddress::getAddress)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_OF_A_SITE)))
                .orElse(address);
    }

    private String client(HttpServletRequest request) {
        String socket = request.getRemoteAddr();
        Optional<InetAddress> nearest = NetworkAddress.parse(socket);
        if (nearest.isEmpty() || !proxies.trust(nearest.get())) {
            return socket;
        }
        List<String> hops = hops(request);
        InetAddress client = nearest.get();
        for (int i = hops.size() - 1; i >= 0 && proxies.trust(client); i--) {
            Optional<InetAddress> hop = Hop.address(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get();
        }
        return client.equals(nearest.get()) ? socket : client.getHostAddress();
    }

    /** From the farthest to the nearest. */
    private List<String> hops(HttpServletRequest request) {
        return switch (proxies.header()) {
            case X_FORWARDED_FOR -> Hop.list(lines(request, "X-Forwarded-For"));
            case FORWARDED -> Hop.forwarded(lines(request, "Forwarded"));
        };
    }

    private static List<String> lines(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
