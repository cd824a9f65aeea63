/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.testing.Database;
import dev.saphan.testing.TestPlugin;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SavedViewsTest {

    @Parameter
    Database database;

    private final String person = "p" + UUID.randomUUID();

    @Test
    void keepsOneViewForEachName() {
        keep("To chase", "status=open");
        keep("Big ones", "min=5000");
        keep("To chase", "status=open&channel=counter");

        assertThat(views(person))
                .extracting(view -> view.name() + " " + view.filters())
                .containsExactly("Big ones min=5000", "To chase status=open&channel=counter");
    }

    @Test
    void belongsToOnePerson() {
        String id = keep("Mine", "status=paid");

        assertThat(views("somebody else")).isEmpty();
        assertThat(plugin().transactions().call(() -> all().delete("somebody else", id)))
                .isFalse();
        assertThat(views(person)).hasSize(1);
        assertThat(plugin().transactions().call(() -> all().delete(person, id))).isTrue();
        assertThat(views(person)).isEmpty();
    }

    @Test
    void endsAtANumberThatFitsAboveAList() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            keep("View " + i, "q=" + i);
        }

        assertThat(plugin().transactions().call(() -> all().keep(person, "One more", "q=x")))
                .isEmpty();
        assertThat(keep("View 3", "q=changed")).isNotEmpty();
    }

    private String keep(String name, String filters) {
        return plugin().transactions()
                .call(() -> all().keep(person, name, filters).orElseThrow().id());
    }

    private List<SavedView> views(String owner) {
        return plugin().transactions().call(() -> all().of(owner));
    }

    private SavedViews all() {
        return plugin().get(SavedViews.class);
    }

    private TestPlugin plugin() {
        return TestPlugin.on(database);
    }
}
