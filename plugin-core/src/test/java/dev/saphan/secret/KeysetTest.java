/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetTest {

    @TempDir
    Path directory;

    @Test
    void opensWhatItSealedForThatRowOnly() {
        Seal seal = Keyset.parse(Keyset.generate());
        String sealed = seal.close("a word สะพาน", "row-1");

        assertThat(seal.open(sealed, "row-1")).isEqualTo("a word สะพาน");
        assertThat(sealed).isNotEqualTo(seal.close("a word สะพาน", "row-1"));
        assertThatThrownBy(() -> seal.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Keyset.parse(Keyset.generate()).open(sealed, "row-1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void knowsWhatItsNewestKeySealed() {
        Seal seal = Keyset.parse(Keyset.generate());

        assertThat(seal.isOfNewestKey(seal.close("a word", "row"))).isTrue();
        assertThat(seal.isOfNewestKey(Keyset.parse(Keyset.generate()).close("a word", "row")))
                .isFalse();
        assertThat(seal.isOfNewestKey("AQ==")).as("shorter than any mark").isFalse();
        assertThat(seal.isOfNewestKey("")).isFalse();
    }

    @Test
    void saysNoWhereTheNewestKeyLeavesNoMark() {
        Seal sealing = Keyset.parse(Keyset.generate());
        Seal markless = new Seal(null, new byte[0]);

        assertThat(markless.isOfNewestKey(sealing.close("a word", "row"))).isFalse();
    }

    @Test
    void refusesWhatIsNoKeyset() {
        assertThatThrownBy(() -> Keyset.parse("{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Not a Tink keyset");
    }

    @Test
    void isMadeOnceAndForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("keys").resolve("keyset.json");
        Seal made = Keyset.make(file);
        String sealed = made.close("a word", "row");

        assertThat(Keyset.make(file).open(sealed, "row")).isEqualTo("a word");
        assertThat(Keyset.read(file).orElseThrow().open(sealed, "row")).isEqualTo("a word");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).as("no draft is left").containsExactly(file);
        }
    }

    @Test
    void namesTheFileThatIsBad() throws IOException {
        Path file = Files.writeString(directory.resolve("keyset.json"), "[]");

        assertThatThrownBy(() -> Keyset.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyset.json is no keyset");
        assertThat(Keyset.read(directory.resolve("another.json"))).isEmpty();
        assertThatThrownBy(() -> Keyset.make(file.resolve("below"))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Keyset.read(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Cannot read");
    }
}
