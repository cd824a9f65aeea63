/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OmiseJsonTest {

    @Test
    void readsACapability() {
        var capability = OmiseTranslation.capability(OmiseJson.jsonb().fromJson("""
                        {"object":"capability","country":"TH","unknown":{"a":[1]},
                         "payment_methods":[{"object":"payment_method","name":"alipay_cn","currencies":["SGD","THB"]}]}
                        """, OmiseLists.OmiseCapability.class));

        assertThat(capability.currencies()).containsOnlyKeys("alipay_cn");
    }
}
