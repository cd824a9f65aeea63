/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Webhooks.GatewayEvent;
import dev.saphan.gateway.Webhooks.Verdict;
import dev.saphan.json.OutsideJson;
import dev.saphan.redaction.Redactor;
import dev.saphan.settings.StoreId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Omise tells is kept without the code that a shopper shows, their name, and the way to their page. */
class InboundEventTest {

    private static final String CODE = "287635483726354418";
    private static final String TOKEN = "2wJx0fK5dYb1mUeHq7sTg9LzPaRcVn4o8XiEjW3BkQy";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"source\":{\"barcode\":\"" + CODE + "\",\"type\":\"alipayplus_upm\"}}}",
                "{\"source\" : { \"barcode\" :\n \"" + CODE + "\" } }",
                "{\"barcode\":" + CODE + "}",
                "{\"a\":{\"barcode\":\"\\\"" + CODE + "\"},\"b\":[{\"barcode\":\"" + CODE + "\"}]}",
                "{\"data\":{\"return_uri\":\"https://shop.example/payments/return/" + TOKEN + "\"}}",
                "{\"data\":{\"return_uri\":\"https://shop.example/payments/return/" + TOKEN + "?lang=th\"}}",
                "{\"data\":{\"description\":\"seen at " + TOKEN + "\"}}",
                "{\"data\":{\"source\":{\"email\":\"a.person@shop.example\"}}}",
                "{\"data\":{\"source\":{\"shipping\":{\"street1\":\"1 Sample Road\"},\"name\":\"A Person\"}}}",
                "{\"data\":{\"source\":{\"phone_number\":\"+66800000001\"},\"ip\":\"203.0.113.7\"}}",
            })
    void keepsNothingOfTheShopper(String body) {
        String kept = event(body).body();

        assertThat(kept)
                .doesNotContain(CODE, TOKEN, "a.person", "Sample Road", "A Person", "66800000001", "203.0.113.7")
                .contains(Redactor.REMOVED);
        assertThat(OutsideJson.structure(kept)).isNotNull();
    }

    @Test
    void keepsTheRest() {
        String body = "{\"id\":\"evnt_1\",\"barcode\":null,\"amount\":50000,\"created_at\":\"2026-01-01T00:00:00Z\"}";

        assertThat(event(body).body()).isEqualTo(body);
    }

    @Test
    void keepsNothingOfWhatIsNoMessage() {
        assertThat(event(TOKEN).body()).isEqualTo("{}");
    }

    @Test
    void cutsANameThatIsTooLong() {
        GatewayEvent told = new GatewayEvent("evnt_1", "k".repeat(101), true, Optional.empty());
        InboundEvent event =
                new InboundEvent(new StoreId("shop"), told, Verdict.UNSIGNED, KeptBody.of("{}"), true, Instant.EPOCH);

        assertThat(event.eventKey()).isEqualTo("k".repeat(100));
        assertThat(event.chargeId()).isEmpty();
        assertThat(event.isGenuine()).isFalse();
    }

    private static InboundEvent event(String body) {
        GatewayEvent event = new GatewayEvent("evnt_1", "charge.create", false, Optional.of("chrg_1"));
        return new InboundEvent(new StoreId("shop"), event, Verdict.GENUINE, KeptBody.of(body), false, Instant.EPOCH);
    }
}
