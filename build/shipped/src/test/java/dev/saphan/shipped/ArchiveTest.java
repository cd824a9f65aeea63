/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    Path directory;

    @Test
    void findsOneLibraryInTheEarAndAnotherVersionOfItInItsWar() throws IOException {
        byte[] war = zip(Map.of("WEB-INF/lib/json-2.20.jar", library("com.acme", "json", "2.20")));
        Path ear = write(entries("lib/com.acme-json-2.18.jar", library("com.acme", "json", "2.18"), "shop.war", war));

        assertThat(Archive.doubles(Archive.libraries(ear, entry -> true)))
                .containsExactly("com.acme:json [2.18, 2.20]");
    }

    @Test
    void findsTheSameVersionTwice() throws IOException {
        byte[] war = zip(Map.of("WEB-INF/lib/json-2.20.jar", library("com.acme", "json", "2.20")));
        Path ear = write(entries("lib/com.acme-json-2.20.jar", library("com.acme", "json", "2.20"), "shop.war", war));

        assertThat(Archive.doubles(Archive.libraries(ear, entry -> true)))
                .containsExactly("com.acme:json [2.20, 2.20]");
    }

    @Test
    void goesByTheFileNameOfAJarThatDoesNotTell() throws IOException {
        Path war = write(entries(
                "WEB-INF/lib/silent-1.0.jar", zip(Map.of("a", new byte[0])),
                "WEB-INF/lib/silent-2.0-jakarta.jar", zip(Map.of("a", new byte[0]))));

        assertThat(Archive.doubles(Archive.libraries(war, entry -> true))).containsExactly("silent [1.0, 2.0-jakarta]");
    }

    @Test
    void takesWhatALibraryShadedForAPartOfIt() throws IOException {
        Map<String, byte[]> shaded = new LinkedHashMap<>();
        shaded.put("META-INF/maven/com.acme/json/pom.properties", properties("com.acme", "json", "2.20"));
        shaded.put("META-INF/maven/com.acme/token/pom.properties", properties("com.acme", "token", "10.5"));
        Path war = write(entries(
                "WEB-INF/lib/token-10.5.jar", zip(shaded),
                "WEB-INF/lib/json-2.20.jar", library("com.acme", "json", "2.20")));

        assertThat(Archive.libraries(war, entry -> true))
                .containsExactly(new Component("com.acme", "token", "10.5"), new Component("com.acme", "json", "2.20"));
    }

    @Test
    void tellsArtifactsOfOneNameApartByTheirGroup() throws IOException {
        Path war = write(entries(
                "WEB-INF/lib/core-1.0.jar", library("com.acme", "core", "1.0"),
                "WEB-INF/lib/other.core-1.0.jar", library("com.other", "core", "1.0")));

        assertThat(Archive.doubles(Archive.libraries(war, entry -> true))).isEmpty();
    }

    private static Map<String, byte[]> entries(String first, byte[] content, String second, byte[] other) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(first, content);
        entries.put(second, other);
        return entries;
    }

    private static byte[] library(String group, String name, String version) throws IOException {
        return zip(
                Map.of("META-INF/maven/" + group + "/" + name + "/pom.properties", properties(group, name, version)));
    }

    private static byte[] properties(String group, String name, String version) {
        return String.join("\n", List.of("groupId=" + group, "artifactId=" + name, "version=" + version))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path write(Map<String, byte[]> entries) throws IOException {
        return Files.write(directory.resolve("archive.zip"), zip(entries));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
