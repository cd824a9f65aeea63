/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String BODY =
            "{\"object\":\"event\",\"id\":\"evnt_test_demo0001\",\"key\":\"charge.complete\"}";
    private static final String NEW = "cGF5YXJhLW9taXNlLWRlbW8td2ViaG9vay1rZXktMDE=";
    private static final String OLD = "cGF5YXJhLW9taXNlLWRlbW8td2ViaG9vay1rZXktMDA=";

    @Test
    void isTheHmacOfTimestampAndBodyWithTheDecodedSecret() {
        assertThat(Signature.of(List.of(NEW), 1767225600, BODY))
                .isEqualTo("991194c09720123f368e51346a2875d6ea2c38512ac373dcba8a296b34382986");
    }

    @Test
    void thereIsOneForEachSecretWhileItIsRolled() {
        assertThat(Signature.of(List.of(OLD, NEW), 1767225600, BODY))
                .isEqualTo("f98e79bc5aecfd90e30627bfc80931f086a1fc954ea2dfdbf2f97b9dec955435,"
                        + "991194c09720123f368e51346a2875d6ea2c38512ac373dcba8a296b34382986");
    }
}
