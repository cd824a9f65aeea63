/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what a handler of the server's, at the root, writes. */
class LogGuardTest {

    private static final String FORGED = "x\nSEVERE: the shop was robbed";

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("dev.saphan.some.feature");
    private final Thread test = Thread.currentThread();
    private final List<String> written = new ArrayList<>();
    private final LogGuard guard = new LogGuard();
    private final Handler server = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (Thread.currentThread() == test) { // others write to the same log
                written.add(new SimpleFormatter().format(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void begin() {
        root.addHandler(server);
        guard.begin();
    }

    @AfterEach
    void end() {
        guard.end();
        root.removeHandler(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\nforged", "x\r\nforged", "x\u2028forged", "x\u0085forged", "x\u001b[2Kforged", "x\u202eforged"
            })
    void keepsWhatCameFromOutsideOnOneLine(String outside) {
        ours.log(Level.WARNING, "No such store: {0}", outside);
        ours.log(Level.WARNING, () -> "No such store: " + outside);

        assertThat(written)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.strip()
                                .substring(line.indexOf("No such store"))
                                .chars())
                        .noneMatch(character ->
                                Character.isISOControl(character) || character == 0x2028 || character == 0x202e));
    }

    @Test
    void holdsForTheMessagesOfWhatWasThrown() {
        ours.log(Level.WARNING, "Failed", new IllegalStateException("outer " + FORGED, new RuntimeException(FORGED)));

        assertThat(written.get(0).lines()).noneMatch(line -> line.startsWith("SEVERE: the shop"));
    }

    @Test
    void boundsAMessageAndAStack() {
        ours.log(Level.WARNING, "Refused {0}", "x".repeat(100_000));
        ours.log(Level.SEVERE, "Failed", nested(900));

        assertThat(written.get(0)).hasSizeLessThan(1_300).contains("... (");
        assertThat(written.get(1)).hasSizeLessThan(6_000).contains("LogGuardTest.nested");
    }

    private static RuntimeException nested(int depth) {
        return depth == 0 ? new IllegalStateException("y".repeat(50_000)) : nested(depth - 1);
    }

    @Test
    void tellsOfARefusalInOneLine() {
        Logger server = Logger.getLogger("jakarta.enterprise.web");
        server.log(Level.WARNING, "Failed", new IllegalStateException(Problem.of(ErrorCode.NOT_FOUND)));
        Logger.getLogger("jakarta.enterprise.web.core").log(Level.SEVERE, "Bad", new IllegalArgumentException("%zz"));

        assertThat(written).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("\tat "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection reset by peer", "Broken pipe", "Connection is closed", "Connection closed"})
    void tellsOfAClientThatWentAwayWithoutAStack(String said) {
        ours.log(Level.SEVERE, "Failed", new IllegalStateException(new IOException(said)));
        Logger.getLogger("jakarta.enterprise.web").log(Level.SEVERE, "Failed", new IOException(said));
        ours.log(Level.SEVERE, "Failed", new IllegalStateException(said));

        assertThat(written.subList(0, 2))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(600).doesNotContain("\tat "));
        assertThat(written.get(2)).as("a fault of ours that says the same").contains("\tat ");
    }

    @Test
    void takesTokensOutOfWhatTheServerSays() {
        String token = "MmTa8i2bBgnuu8fUWsiePzJobuJi12U9sxfVBhohBpU";
        Logger.getLogger("org.glassfish.jersey.servlet.WebComponent")
                .warning("A request to http://shop.example/payments/pay/" + token + "/cancel was odd, " + token);

        assertThat(written.get(0)).doesNotContain(token).contains("was odd");
    }

    @Test
    void leavesALineOfOursAsItIs() {
        ours.log(Level.INFO, "Purged {0}: {1}", new Object[] {"สะพาน", 3});
        ours.log(Level.INFO, "It's {0}", new Object[0]);

        assertThat(written.get(0)).contains("Purged สะพาน: 3");
        assertThat(written.get(1)).contains("It's {0}");
    }
}
