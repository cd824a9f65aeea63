/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.past.Past;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TasksTest {

    private final Past past = new Past(1, 5_000, 30, Instant.parse("2026-03-31T13:00:00Z"));

    @Test
    void asksForOtherPaymentsEachTime() {
        Tasks tasks = new Tasks(past, 1);

        assertThat(tasks.next()).isNotEqualTo(tasks.next());
        assertThat(tasks.next()).extracting(Task::name).doesNotHaveDuplicates().contains(Tasks.BASELINE);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(new Tasks(past, 1).next()).isEqualTo(new Tasks(past, 1).next());
    }
}
