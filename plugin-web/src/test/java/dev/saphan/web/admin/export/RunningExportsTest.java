/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.web.admin.export.RunningExports.Export;
import org.junit.jupiter.api.Test;

class RunningExportsTest {

    private final RunningExports exports = new RunningExports();

    @Test
    void tellsAPersonHowFarTheirsHasCome() {
        Export export = exports.begin("alice", "ticket");
        export.wrote(500);
        export.wrote(20);

        assertThat(exports.find("alice", "ticket")).hasValueSatisfying(found -> {
            assertThat(found.rows()).isEqualTo(520);
            assertThat(found.state()).isEqualTo(Export.State.WRITING);
        });
        export.end(true);
        assertThat(exports.find("alice", "ticket").orElseThrow().state()).isEqualTo(Export.State.DONE);
    }

    @Test
    void tellsNobodyElse() {
        exports.begin("alice", "ticket");

        assertThat(exports.find("bob", "ticket")).isEmpty();
        assertThat(exports.find("alice", "another")).isEmpty();
    }

    @Test
    void forgetsTheOldest() {
        for (int i = 0; i < 501; i++) {
            exports.begin("alice", "ticket" + i);
        }

        assertThat(exports.find("alice", "ticket0")).isEmpty();
        assertThat(exports.find("alice", "ticket1")).isPresent();
    }
}
