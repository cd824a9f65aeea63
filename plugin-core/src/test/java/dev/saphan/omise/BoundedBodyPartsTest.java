/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A body that comes in parts. */
class BoundedBodyPartsTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Connection connection = new Connection();
    private final BodySubscriber<byte[]> body = body();

    private static final class Connection implements Subscription {

        private long wanted;
        private boolean cancelled;

        @Override
        public void request(long parts) {
            wanted += parts;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void isPutTogetherInTheirOrder() {
        body.onSubscribe(connection);
        assertThat(connection.wanted).isEqualTo(Long.MAX_VALUE);
        body.onNext(parts("ab", "c"));
        body.onNext(parts("de"));
        assertThat(body.getBody().toCompletableFuture()).as("not yet").isNotDone();

        body.onComplete();

        assertThat(body.getBody()).succeedsWithin(AT_ONCE).isEqualTo("abcde".getBytes(StandardCharsets.UTF_8));
        assertThat(connection.cancelled).isFalse();
    }

    @Test
    void endsTheConnectionWithTheFirstByteTooMany() {
        body.onSubscribe(connection);
        body.onNext(parts("abc"));

        body.onNext(parts("de", "f"));

        assertThat(connection.cancelled).isTrue();
        assertThat(body.getBody())
                .failsWithin(AT_ONCE)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining("More than 5 bytes");
    }

    @Test
    void isNoBodyWhereTheConnectionBreaks() {
        body.onSubscribe(connection);
        body.onNext(parts("abc"));

        body.onError(new IOException("reset"));

        assertThat(body.getBody())
                .failsWithin(AT_ONCE)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .withMessageContaining("reset");
    }

    private static List<ByteBuffer> parts(String... texts) {
        return Stream.of(texts)
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @SuppressWarnings("NullAway") // whatever the answer's head says
    private static BodySubscriber<byte[]> body() {
        return BoundedBody.of(5).apply(null);
    }
}
