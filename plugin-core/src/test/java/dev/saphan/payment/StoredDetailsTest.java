/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.method.PaymentDetails;
import dev.saphan.secret.Seal;
import dev.saphan.testing.PluginInMemory;
import dev.saphan.testing.RowsInMemory;
import dev.saphan.testing.SomeStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of a shopper. */
class StoredDetailsTest {

    private static final PaymentId ID = new PaymentId("pay_1");
    private static final PaymentDetails SOMCHAI = named("Somchai");

    private final PluginInMemory plugin = PaymentFakes.plugin(SomeStore.usual());
    private final Payments payments = plugin.get(Payments.class);

    @Test
    void isNothingBeforeSomethingWasSaid() {
        assertThat(payments.details(ID)).isEqualTo(PaymentDetails.NONE);
    }

    @Test
    void isWhatWasSaidLast() {
        payments.keep(ID, SOMCHAI);
        assertThat(payments.details(ID)).isEqualTo(SOMCHAI);

        payments.keep(ID, named("Anong"));
        assertThat(payments.details(ID)).isEqualTo(named("Anong"));
    }

    @Test
    void cannotBeReadInTheDatabaseNorInAnotherRow() {
        StoredDetails stored = new StoredDetails(ID, SOMCHAI, plugin.get(Seal.class));

        assertThat(String.valueOf(RowsInMemory.column(stored, "body"))).doesNotContain("Somchai");
        String body = String.valueOf(RowsInMemory.column(stored, "body"));
        plugin.rows().insert(StoredDetails.class.getName(), Map.of("paymentId", "pay_2", "body", body));
        assertThatThrownBy(() -> payments.details(new PaymentId("pay_2"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isReadAsItWasKeptBeforeItWasSealed() {
        plugin.rows()
                .insert(
                        StoredDetails.class.getName(),
                        Map.of("paymentId", ID.value(), "body", "{\"name\":\"Somchai\"}"));

        assertThat(payments.details(ID)).isEqualTo(SOMCHAI);
    }

    private static PaymentDetails named(String name) {
        return new PaymentDetails(name, null, null, null, null, null, null, null, null);
    }
}
