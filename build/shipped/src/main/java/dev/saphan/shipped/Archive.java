/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The libraries inside a built archive, those of wars inside it included. A jar says itself what it is
 * ({@code pom.properties}); where it does not, its file name does. What a library has shaded into itself is part of it.
 */
public final class Archive {

    private static final Pattern FILE_NAME = Pattern.compile("(.+?)-(\\d.*)\\.jar");
    private static final Pattern POM_PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private Archive() {}

    /** @param entries which of the archive's entries to look at, by their path in it */
    public static List<Component> libraries(Path archive, Predicate<String> entries) throws IOException {
        List<Component> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive)) {
            collect(in, entries, found);
        }
        return found;
    }

    /** Artifacts that stand there more than once, with the versions: the same version twice counts, too. */
    public static List<String> doubles(List<Component> libraries) {
        return libraries.stream()
                .collect(Collectors.groupingBy(Component::artifact, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.get(0).artifact() + " "
                        + same.stream().map(Component::version).sorted().toList())
                .toList();
    }

    private static void collect(InputStream archive, Predicate<String> entries, List<Component> found)
            throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (!entries.test(name)) {
                continue;
            }
            if (name.endsWith(".war")) {
                collect(new ByteArrayInputStream(zip.readAllBytes()), inside -> true, found);
            } else if (name.endsWith(".jar")) {
                found.add(identify(name.substring(name.lastIndexOf('/') + 1), zip.readAllBytes()));
            }
        }
    }

    private static Component identify(String file, byte[] jar) throws IOException {
        Component told = told(file, jar);
        if (told != null) {
            return told;
        }
        Matcher parts = FILE_NAME.matcher(file);
        return parts.matches()
                ? new Component("", parts.group(1), parts.group(2))
                : new Component("", file.replace(".jar", ""), "");
    }

    /** The jar's own properties; those of a library that it has shaded name another artifact than its file does. */
    private static @Nullable Component told(String file, byte[] jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (POM_PROPERTIES.matcher(entry.getName()).matches()) {
                Properties properties = new Properties();
                properties.load(zip);
                String name = properties.getProperty("artifactId", "");
                if (file.contains(name + "-") || file.equals(name + ".jar")) {
                    return new Component(
                            properties.getProperty("groupId", ""), name, properties.getProperty("version", ""));
                }
            }
        }
        return null;
    }
}
