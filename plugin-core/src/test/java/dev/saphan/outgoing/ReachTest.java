/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where calls may go, by the address and both its neighbours outside each range. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "192.0.0.0",
                "192.0.0.170",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.88.99.1",
                "192.88.99.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "fe80::1",
                "febf::ffff",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "100::1",
                "64:ff9b:1::1",
                "5f00::1",
                "4000::1",
                "2001:2::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "3fff::1",
                "3fff:fff::1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::e000:1",
                "2002:a9fe:a9fe::1",
                "2002:0:1::1",
                "::a9fe:a9fe",
                "::f000:1",
                "::ffff:169.254.169.254",
                "::ffff:240.0.0.1",
                // Teredo: a server at 169.254.169.254, a client at 0.0.0.1
                "2001:0:a9fe:a9fe::f7f7:f7f7",
                "2001:0:808:808::ffff:fffe"
            })
    void isNobodys(String address) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fdff:ffff::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "::c0a8:1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                // Teredo: a client at 10.0.0.1, a server at 192.168.1.1
                "2001:0:808:808::f5ff:fffe",
                "2001:0:c0a8:101::f7f7:f7f7"
            })
    void isOfANetworkOfOnesOwn(String address) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.1.255",
                "192.0.3.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2000::1",
                "2001:200::1",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "2003::1",
                "3ffe:ffff::1",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2002:808:808::1",
                // Teredo: server and client at 8.8.8.8
                "2001:0:808:808::f7f7:f7f7"
            })
    void isPublic(String address) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(Reach.PUBLIC);
    }
}
