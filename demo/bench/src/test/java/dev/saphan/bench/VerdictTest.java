/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From times to a verdict. */
class VerdictTest {

    private static final Options OPTIONS = Options.parse();

    private final Times few = new Times();
    private final Times many = new Times();

    @Test
    void isGoodUpToTheLimits() {
        took(few, "one", 10);
        took(many, "one", 10);
        took(few, "list", 20);
        took(many, "list", 30);

        Verdict verdict = Verdict.of("one", OPTIONS, few, many);

        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.lines().get(1).ofBaseline()).isEqualByComparingTo("3");
        assertThat(verdict.lines().get(1).ofFew()).isEqualByComparingTo("1.5");
        assertThat(verdict.text()).contains("All within.").doesNotContain("TOO SLOW");
    }

    @Test
    void isBadWhenAPageIsSlowAgainstTheBaseline() {
        took(few, "one", 10);
        took(many, "one", 10);
        took(few, "list", 31);
        took(many, "list", 31);

        assertThat(Verdict.of("one", OPTIONS, few, many).isGood()).isFalse();
    }

    @Test
    void isBadWhenAPageIsSlowerAmongMany() {
        took(few, "one", 100);
        took(many, "one", 100);
        took(few, "list", 100);
        took(many, "list", 151);

        Verdict verdict = Verdict.of("one", OPTIONS, few, many);

        assertThat(verdict.isGood()).isFalse();
        assertThat(verdict.text()).contains("TOO SLOW").contains("Not all within.");
    }

    @Test
    void comparesMedians() {
        for (int milliseconds : new int[] {5, 900, 7, 6, 8}) {
            took(many, "list", milliseconds);
        }

        assertThat(many.median("list")).isEqualTo(Duration.ofMillis(7));
        assertThatThrownBy(() -> many.median("other")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void took(Times times, String task, int milliseconds) {
        times.add(task, Duration.ofMillis(milliseconds));
    }
}
