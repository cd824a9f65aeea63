/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.simulator.fault.Fault;
import dev.saphan.simulator.fault.FaultKind;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.MethodName.class)
class OmiseSimulatorExtensionTest {

    @RegisterExtension
    static final OmiseSimulatorExtension OMISE = new OmiseSimulatorExtension(
            settings -> settings.publicUrl(URI.create("http://localhost:9/")).keys("pkey_test_mine", "skey_test_mine"));

    private static final Set<Integer> PORTS = new HashSet<>();

    @RepeatedTest(2)
    void aStaticOneServesAllTestsOfTheClass() {
        PORTS.add(OMISE.simulator().port());

        assertThat(PORTS).hasSize(1);
    }

    @Test
    void itIsSetAsAskedFor() {
        assertThat(OMISE.url()).hasToString("http://localhost:9");
        assertThat(OMISE.publicKey()).isEqualTo("pkey_test_mine");
        assertThat(OMISE.secretKey()).isEqualTo("skey_test_mine");
        assertThat(OMISE.webhookSecret()).isNotEmpty();
    }

    @RepeatedTest(2)
    void faultsEndWithTheTest() {
        assertThat(OMISE.simulator().faults().waiting()).isEmpty();
        OMISE.simulator().faults().add(Fault.of(FaultKind.HTTP_500));
    }

    @Nested
    class OneClass {
        @Test
        void sharesTheSimulatorOfTheOuterClass() {
            PORTS.add(OMISE.simulator().port());

            assertThat(PORTS).hasSize(1);
        }
    }

    @Nested
    class AnotherClass {
        @Test
        void sharesTheSimulatorOfTheOuterClass() {
            PORTS.add(OMISE.simulator().port());

            assertThat(PORTS).hasSize(1);
        }
    }
}
