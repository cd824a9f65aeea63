/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The plugin's war with one class of the core compiled from a changed source. The change is made in the copy only: the
 * production code knows nothing of it.
 */
final class SabotagedPlugin {

    private final Path root;
    private final Path work;

    SabotagedPlugin(Path root, Path home) throws IOException {
        this.root = root;
        this.work = Files.createDirectories(home.resolve("sabotage"));
    }

    /** @throws IllegalStateException if the source does not hold that text exactly once */
    Path with(String source, String text, String sabotage) throws IOException {
        Path original = root.resolve("plugin-core/src/main/java").resolve(source);
        String code = Files.readString(original);
        if (code.indexOf(text) < 0 || code.indexOf(text) != code.lastIndexOf(text)) {
            throw new IllegalStateException(original + " does not hold once: " + text);
        }
        Path changed = work.resolve("src").resolve(source);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, code.replace(text, sabotage));
        return pack(compile(changed));
    }

    private Path compile(Path source) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-parameters",
                    "--release",
                    "17",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IllegalStateException("The sabotage does not compile");
            }
        }
        return classes;
    }

    private Path pack(Path classes) throws IOException {
        Path war = work.resolve("payments.war");
        Files.copy(root.resolve("plugin-web/target/payments.war"), war, StandardCopyOption.REPLACE_EXISTING);
        Path core = work.resolve("plugin-core.jar");
        try (FileSystem inWar = FileSystems.newFileSystem(war)) {
            Path packed = coreIn(inWar.getPath("WEB-INF/lib"));
            Files.copy(packed, core, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem inCore = FileSystems.newFileSystem(core)) {
                replace(classes, inCore.getPath("/"));
            }
            Files.copy(core, packed, StandardCopyOption.REPLACE_EXISTING);
        }
        return war;
    }

    private static Path coreIn(Path libraries) throws IOException {
        try (Stream<Path> all = Files.list(libraries)) {
            return all.filter(file -> file.getFileName().toString().startsWith("plugin-core"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The war holds no plugin-core"));
        }
    }

    private static void replace(Path classes, Path jar) throws IOException {
        List<Path> compiled;
        try (Stream<Path> all = Files.walk(classes)) {
            compiled = all.filter(Files::isRegularFile).toList();
        }
        for (Path one : compiled) {
            Path old = jar.resolve(classes.relativize(one).toString());
            if (!Files.exists(old)) {
                throw new IllegalStateException(old + " is new; the sabotage changes more than it should");
            }
            Files.copy(one, old, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
