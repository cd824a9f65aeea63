/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    private static final int MOST_DISCARDED = 8 * 1024 * 1024;

    @Test
    void readsUpToItsLimit() throws IOException {
        assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[10]), 10)).hasSize(10);
        assertThat(BoundedBody.read(new ByteArrayInputStream(new byte[0]), 10)).isEmpty();
    }

    @Test
    void refusesMoreAndLetsTheSenderFinish() {
        ByteArrayInputStream sent = new ByteArrayInputStream(new byte[100_000]);

        assertTooLarge(sent, 10);

        assertThat(sent.available()).as("left unread").isZero();
    }

    @Test
    void refusesOneByteMore() {
        assertTooLarge(new ByteArrayInputStream(new byte[11]), 10);
    }

    @Test
    void readsNoMoreThanSomeMegabytesOfWhatIsTooMuch() {
        long[] read = {0};
        InputStream endless = new InputStream() {

            @Override
            public int read() {
                read[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read[0] += length;
                return length;
            }
        };

        assertTooLarge(endless, 10);

        assertThat(read[0]).isBetween((long) MOST_DISCARDED, MOST_DISCARDED + 32_768L);
    }

    @Test
    void holdsForTheBodyOfARequest() {
        byte[] most = ("{\"a\":\"" + "x".repeat(256 * 1024 - 8) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(JsonBody.read(new ByteArrayInputStream(most)).text("b", 1)).isEmpty();
        assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(Arrays.copyOf(most, most.length + 1))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    }

    @Test
    void takesABrokenBodyForNoJson() {
        InputStream broken = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> JsonBody.read(broken))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
    }

    private static void assertTooLarge(InputStream sent, int most) {
        assertThatThrownBy(() -> BoundedBody.read(sent, most))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    }
}
