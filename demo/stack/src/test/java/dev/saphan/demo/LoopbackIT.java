/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo's passwords are the same everywhere: nobody but this machine's people may reach it. */
class LoopbackIT {

    /** Answers too where somebody listens on all interfaces, also on a machine without a network (on Linux). */
    private static final byte[] OTHER_LOOPBACK = {127, 0, 0, 2};

    @ParameterizedTest
    @MethodSource
    void answersOnTheLoopbackInterfaceOnly(String address) throws IOException {
        int port = URI.create(address).getPort();

        assertThat(answers(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port))
                .isTrue();
        assertThat(others()).filteredOn(other -> answers(other, port)).isEmpty();
    }

    static List<String> answersOnTheLoopbackInterfaceOnly() {
        Stack demo = RunningDemo.get().stack();
        return List.of(demo.storeUrl(), demo.paymentsUrl(), demo.simulatorUrl());
    }

    private static List<InetAddress> others() throws IOException {
        return Stream.concat(
                        Stream.of(InetAddress.getByAddress(OTHER_LOOPBACK)),
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(Inet4Address.class::isInstance)
                                .filter(address -> !address.isLoopbackAddress()))
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
