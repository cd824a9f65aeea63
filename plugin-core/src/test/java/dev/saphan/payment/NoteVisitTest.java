/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** That somebody came is remembered a few times, and changes nothing. */
@ParameterizedClass
@EnumSource(Database.class)
class NoteVisitTest {

    @Parameter
    Database database;

    @Test
    void remembersTheFirstLookAndAFewReturns() {
        TestPlugin plugin = TestPlugin.on(database);
        Order order = Order.in(plugin).by("alipay_cn").withoutMethod();
        PaymentId id = order.pay();
        long version = order.view(id).version();

        NoteVisit noteVisit = plugin.get(NoteVisit.class);
        IntStream.range(0, 15).forEach(again -> {
            noteVisit.note(id, NoteVisit.Visit.OPENED);
            noteVisit.note(id, NoteVisit.Visit.RETURNED);
        });

        assertThat(order.story(id).lines().filter(line -> line.contains("shopper.opened")))
                .hasSize(1);
        assertThat(order.story(id).lines().filter(line -> line.contains("shopper.returned")))
                .hasSize(10);
        assertThat(order.view(id).version()).isEqualTo(version);
    }
}
