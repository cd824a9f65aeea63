/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.json.OutsideJson;
import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that a shopper shows is kept in no event. */
class PaymentCodesTest {

    private static final String CODE = "287635483726354418";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"source\":{\"barcode\":\"" + CODE + "\",\"type\":\"alipayplus_upm\"}}}",
                "{\"source\" : { \"barcode\" :\n \"" + CODE + "\" } }",
                "{\"barcode\":" + CODE + "}",
                "{\"a\":{\"barcode\":\"\\\"" + CODE + "\"},\"b\":[{\"barcode\":\"" + CODE + "\"}]}"
            })
    void isTakenOutOfAnEvent(String body) {
        String kept = event(body).body();

        assertThat(kept).doesNotContain(CODE);
        assertThat(OutsideJson.structure(kept)).isNotNull();
    }

    @Test
    void theRestStaysAsItCame() {
        String body = "{\"id\": \"evnt_1\", \"barcode\": null, \"text\": \"barcode 287635483726354418\"}";

        assertThat(event(body).body()).isEqualTo(body);
    }

    private static InboundEvent event(String body) {
        GatewayEvent event = new GatewayEvent("evnt_1", "charge.create", false, Optional.of("chrg_1"));
        return new InboundEvent(new StoreId("shop"), event, Verdict.GENUINE, body, false, Instant.EPOCH);
    }
}
