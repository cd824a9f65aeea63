/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that is there is taken in at once, and given out once. */
class BodyReceptionTest {

    private static final Family FAMILY = Family.PAGES;

    private final BodyRoom room = new BodyRoom(10, 2L * FAMILY.longestBody(), FAMILY.longestBody());
    private final BodyRoom.Place place = room.take().orElseThrow();

    @Test
    void takesABodyThatIsThere() throws IOException {
        assertThat(BodyReception.isWholeAndKept(place, FAMILY, request(8, "a=b&c=ed")))
                .isTrue();
        assertThat(place.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("a=b&c=ed");
        assertThat(place.isTooLong()).isFalse();
    }

    @Test
    void readsNoMoreThanWasTold() throws IOException {
        assertThat(BodyReception.isWholeAndKept(place, FAMILY, request(3, "a=bGET / HTTP/1.1")))
                .isTrue();
        assertThat(place.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("a=b");
    }

    @ParameterizedTest
    @CsvSource({"9, half", "-1, chunks", "65537, long"})
    void leavesAloneWhatIsNotThereOrTooLong(long told, String sent) throws IOException {
        assertThat(BodyReception.isWholeAndKept(place, FAMILY, request(told, sent)))
                .isFalse();
        assertThat(place.bytes()).isEmpty();
    }

    @Test
    void leavesAloneWhatThereIsNoMemoryFor() throws IOException {
        byte[] others = new byte[FAMILY.longestBody()];
        room.take().orElseThrow().keep(others, others.length);
        room.take().orElseThrow().keep(others, others.length - 7);

        Sent sent = new Sent("a=b&c=ed");
        assertThat(BodyReception.isWholeAndKept(place, FAMILY, request(8, sent)))
                .isFalse();
        assertThat(sent.available()).as("left to be read").isEqualTo(8);
        assertThat(BodyReception.isWholeAndKept(place, FAMILY, request(7, sent)))
                .isTrue();
        place.close();
        assertThat(room.freeBytes()).isEqualTo(7);
    }

    @Test
    void givesABodyOutOnceHoweverOftenItsRequestIsDispatched() {
        HttpServletRequest request = request(0, "");
        assertThat(BodyReception.wasTaken(request)).isFalse();
        request.setAttribute(BodyReception.PLACE, place);

        assertThat(BodyReception.bodyOf(request)).contains(place);
        assertThat(BodyReception.bodyOf(request)).isEmpty();
        assertThat(BodyReception.wasTaken(request)).isTrue();
    }

    private static HttpServletRequest request(long told, String sent) {
        return request(told, new Sent(sent));
    }

    private static HttpServletRequest request(long told, Sent sent) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                BodyReceptionTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> told;
                    case "getInputStream" -> sent;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Fails whoever would wait for more. */
    private static final class Sent extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Sent(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            if (bytes.available() == 0) {
                throw new AssertionError("It would wait");
            }
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int start, int count) {
            if (bytes.available() < count) {
                throw new AssertionError("It would wait");
            }
            return bytes.read(into, start, count);
        }

        @Override
        public int available() {
            return bytes.available();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
