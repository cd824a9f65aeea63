/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.ear;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** A JDK of this machine, found where JDKs usually lie. */
record Jdk(Path home, int version) {

    /** Names one that lies elsewhere. */
    static final String PROPERTY = "saphan.payara7.java-home";

    /** The one that runs the tests. */
    static Jdk own() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /**
     * The first that is new enough.
     *
     * @throws TestAbortedException so that the test counts as skipped, after saying so, where there is none
     */
    static Jdk atLeast(int version) {
        return candidates()
                .map(Jdk::at)
                .flatMap(Optional::stream)
                .filter(jdk -> jdk.version() >= version)
                .findFirst()
                .orElseThrow(() -> missing(version));
    }

    private static TestAbortedException missing(int version) {
        String message = "NOT TRIED ON PAYARA 7: it needs a JDK " + version + " or newer, and none was found. Set -D"
                + PROPERTY + "=<its home>, or install one where JDKs usually lie.";
        System.err.println("\n" + "=".repeat(message.length()) + "\n" + message + "\n" + "=".repeat(message.length()));
        return new TestAbortedException(message);
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static Stream<Path> candidates() {
        String home = System.getProperty("user.home");
        return Stream.of(
                        Stream.ofNullable(System.getProperty(PROPERTY))
                                .filter(named -> !named.isBlank())
                                .map(Path::of),
                        Stream.of(own().home()),
                        System.getenv().entrySet().stream()
                                .filter(variable -> variable.getKey().startsWith("JAVA_HOME")
                                        || variable.getKey().startsWith("JDK_"))
                                .map(variable -> Path.of(variable.getValue())),
                        in(Path.of("/usr/lib/jvm")),
                        in(Path.of("/opt/java")),
                        in(Path.of(home, ".jdks")),
                        in(Path.of(home, ".sdkman/candidates/java")),
                        in(Path.of("/Library/Java/JavaVirtualMachines")).map(bundle -> bundle.resolve("Contents/Home")))
                .flatMap(found -> found);
    }

    private static Stream<Path> in(Path folder) {
        File[] found = folder.toFile().listFiles();
        return found == null ? Stream.of() : Stream.of(found).map(File::toPath).sorted();
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(release)) {
            Properties told = new Properties();
            told.load(reader);
            String version = told.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
