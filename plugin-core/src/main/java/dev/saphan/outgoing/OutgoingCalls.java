/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.outgoing;

import dev.saphan.settings.Deployment;
import dev.saphan.settings.Loopback;
import dev.saphan.wiring.Wired;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/**
 * Calls whom somebody else named.
 *
 * <ol>
 *   <li>Over https; over plain http to this machine only.
 *   <li>A name is looked up once, every address found is judged, and the connection goes to one of those.
 *   <li>No redirect is followed, nothing is sent twice, no proxy, cookie or credential is added.
 *   <li>After the call's patience nobody waits any more, wherever it hangs, and an answer is read to its limit only.
 * </ol>
 */
@Wired
public class OutgoingCalls {

    private static final int MOST_AT_ONCE = 64;

    private final boolean privateToo;
    private final GuardedClient publicOnly;
    private final GuardedClient anywhere;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), OutgoingCalls::thread);

    @Inject
    OutgoingCalls(Deployment deployment) {
        this(deployment.allowPrivateOrderPorts(), InetAddress::getAllByName);
    }

    OutgoingCalls(boolean privateToo, GuardedNames.Names names) {
        this.privateToo = privateToo;
        this.publicOnly = new GuardedClient(new GuardedNames(names, false));
        this.anywhere = new GuardedClient(new GuardedNames(names, true));
    }

    /** Into private networks only if the deployment lets calls go there. */
    public static OutgoingCalls of(Deployment deployment) {
        return new OutgoingCalls(deployment);
    }

    /**
     * Calls where only the deployment's permission opens private networks.
     *
     * @throws AddressRefused if nobody may be called there
     * @throws HttpTimeoutException if there was no whole answer within the call's patience
     * @throws AnswerTooLong if its body is longer than the call takes
     * @throws IOException if there was none
     */
    public OutgoingAnswer make(OutgoingCall call) throws IOException, InterruptedException {
        return make(call, privateToo ? anywhere : publicOnly);
    }

    /** As {@link #make}, to an address whose host the operator of this installation chose: it may be a private one. */
    public OutgoingAnswer makeToOwn(OutgoingCall call) throws IOException, InterruptedException {
        return make(call, anywhere);
    }

    private OutgoingAnswer make(OutgoingCall call, GuardedClient client) throws IOException, InterruptedException {
        requireGuarded(call.address());
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
        Future<OutgoingAnswer> answer;
        try {
            answer = threads.submit(() -> client.send(request, call));
        } catch (RejectedExecutionException e) {
            throw new ConnectException("Too many calls at once");
        }
        try {
            return answer.get(call.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("No whole answer in " + call.patience());
        } catch (ExecutionException e) {
            throw told(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            if (!answer.isDone()) {
                request.abort();
                answer.cancel(true);
            }
        }
    }

    private static void requireGuarded(URI address) throws AddressRefused {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || (!secure && !Loopback.isHostOf(address))) {
            throw new AddressRefused("Plain http goes to this machine only");
        }
    }

    private static IOException told(@Nullable Throwable cause) {
        if (cause instanceof ConnectException nobody) {
            return new ConnectException(nobody.getMessage());
        }
        if (cause instanceof SocketTimeoutException silence) {
            return new HttpTimeoutException(silence.getMessage());
        }
        return cause instanceof IOException known ? known : new IOException(cause);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "saphan-outgoing");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        publicOnly.close();
        anywhere.close();
    }
}
