/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/**
 * The proxies in front of the plugin that are believed when they say whom a request comes from.
 *
 * @param header in which they say it
 */
public record TrustedProxies(List<Network> networks, Header header) {

    private static final String KEY = "saphan.trusted-proxies";

    /** One of them, not both: what a proxy does not write, it hands on as a stranger sent it. */
    public enum Header {
        X_FORWARDED_FOR,
        FORWARDED
    }

    /** The addresses that begin with the same bits. */
    public record Network(InetAddress address, int bits) {

        boolean holds(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }

        private static Network parse(String text) {
            String[] parts = text.split("/", 2);
            InetAddress address = NetworkAddress.parse(parts[0]).orElseThrow(IllegalArgumentException::new);
            int longest = address.getAddress().length * 8;
            int bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > longest) {
                throw new IllegalArgumentException("Too many bits");
            }
            return new Network(address, bits);
        }
    }

    /** @throws InvalidConfiguration if something is no address */
    public static TrustedProxies read(Config config) {
        SettingsReader settings = new SettingsReader(Lookup.in(config));
        List<Network> networks = new ArrayList<>();
        for (String text : settings.list(KEY)) {
            try {
                networks.add(Network.parse(text));
            } catch (IllegalArgumentException e) {
                settings.reject(KEY, "must be addresses or networks such as 10.0.0.0/8, separated by commas");
            }
        }
        Header header = settings.parsed(
                        KEY + ".header",
                        "must be x-forwarded-for or forwarded",
                        value -> Header.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(Header.X_FORWARDED_FOR);
        settings.finish();
        return new TrustedProxies(List.copyOf(networks), header);
    }

    public boolean trust(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }
}
