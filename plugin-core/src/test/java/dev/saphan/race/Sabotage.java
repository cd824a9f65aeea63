/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A promise broken on purpose, in a copy of one source file that another JVM finds before the real one. */
record Sabotage(String source, String text, String instead) {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int SCHEDULES = 40;

    /** Enough to show that the other JVM finds nothing by itself; the races themselves run with nothing broken. */
    private static final int FEW_SCHEDULES = 4;

    /** What the other JVM ended with and said. */
    record Result(int exit, String output) {}

    /** The race as it is. */
    static Result without(Class<?> races, String race) throws IOException, InterruptedException {
        return fork(CLASS_PATH, FEW_SCHEDULES, races, race);
    }

    /** @param classes where to put the broken class */
    Result in(Path classes, Class<?> races, String race) throws IOException, InterruptedException {
        Path broken = Files.writeString(
                Files.createDirectories(classes.resolve("src"))
                        .resolve(Path.of(source).getFileName()),
                broken());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-nowarn",
                        "-cp",
                        CLASS_PATH,
                        "-d",
                        classes.toString(),
                        broken.toString());
        assertThat(compiled).as("the broken copy compiles").isZero();
        return fork(classes + File.pathSeparator + CLASS_PATH, SCHEDULES, races, race);
    }

    private String broken() throws IOException {
        String whole = Files.readString(Path.of("src/main/java/dev/saphan", source));
        assertThat(whole).as("what is to be broken is there once").containsOnlyOnce(text);
        return whole.replace(text, instead);
    }

    private static Result fork(String classPath, int schedules, Class<?> races, String race)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsaphan.race.arenas=1",
                "-Dsaphan.race.schedules=" + schedules,
                "-Dsaphan.race.seed=1",
                "-cp",
                classPath,
                RaceInAFork.class.getName(),
                races.getName(),
                race));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
