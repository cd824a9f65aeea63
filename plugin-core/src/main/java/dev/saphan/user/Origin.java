/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.settings.NetworkAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address of the client
 * @param device known to this installation as one in which the person signed in before
 */
public record Origin(String address, Optional<String> device) {

    private static final int NETWORK_OF_A_SITE = 8;

    public static Origin at(String address) {
        return new Origin(address, Optional.empty());
    }

    /** What counts as one address: of IPv6 the network, since every site has as many addresses as it likes. */
    String network() {
        return NetworkAddress.parse(address)
                .filter(Inet6Address.class::isInstance)
                .map(InetAddress::getAddress)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_OF_A_SITE)))
                .orElse(address);
    }
}
