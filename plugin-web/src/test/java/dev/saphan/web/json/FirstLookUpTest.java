/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many requests come first, one of them looks up how JSON is written, and the others wait for it. */
class FirstLookUpTest {

    private static final int AT_ONCE = 8;

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private final FirstLookUp filter = new FirstLookUp();

    FirstLookUpTest() {
        ContextResolver<String> slow = type -> {
            looks.incrementAndGet();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "";
        };
        filter.providers = fake(Providers.class, slow);
    }

    @Test
    @Timeout(30)
    void looksUpOnceAndLetsNobodyPassBefore() throws InterruptedException {
        List<Thread> requests =
                Stream.generate(() -> new Thread(this::pass)).limit(AT_ONCE).toList();
        requests.forEach(Thread::start);
        while (requests.stream().filter(this::isHeldUp).count() < AT_ONCE - 1) {
            Thread.onSpinWait();
        }
        assertThat(passed).hasValue(0);

        answer.countDown();
        for (Thread request : requests) {
            request.join();
        }
        pass();

        assertThat(looks).hasValue(1);
        assertThat(passed).hasValue(AT_ONCE + 1);
    }

    private void pass() {
        filter.filter(fake(ContainerRequestContext.class, null));
        passed.incrementAndGet();
    }

    private boolean isHeldUp(Thread request) {
        return request.getState() == Thread.State.BLOCKED;
    }

    private static <T> T fake(Class<T> type, @Nullable Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
