/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Answer;
import dev.saphan.outgoing.OutgoingAnswer;
import dev.saphan.outgoing.OutgoingCall;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Fetches documents from addresses that Omise's answers hold. An address is followed only to Omise's own hosts over
 * https, or to the configured simulator; a redirect is followed under the same rule, three times at most.
 */
@Wired
class OmiseDownloads {

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_BYTES = 1024 * 1024;

    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);

    private final OutgoingCalls calls;
    private final Deployment deployment;
    private final CallGuard guard;
    private final SharedReads<URI, Answer<byte[]>> reads = new SharedReads<>();

    @Inject
    OmiseDownloads(OutgoingCalls calls, Deployment deployment) {
        this.calls = calls;
        this.deployment = deployment;
        this.guard = new CallGuard(deployment.callsAtOnce(), new Circuit(PROBE_PERIOD), deployment.readTimeout());
    }

    /** Many who want the same picture at once share one download. */
    public Answer<byte[]> fetch(URI address) {
        return reads.read(address, deployment.readTimeout(), left -> fetch(address, left))
                .orElseGet(() -> new Answer.Unknown<>("no turn to download in time"));
    }

    private Answer<byte[]> fetch(URI address, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        URI next = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            if (!isTrusted(next)) {
                return new Answer.Denied<>("not an address of the gateway");
            }
            OutgoingAnswer answer;
            try {
                answer = get(next, Duration.ofNanos(deadline - System.nanoTime()));
            } catch (GatewayFault e) {
                return new Answer.Unknown<>("download failed");
            }
            var location = answer.header("Location");
            if (answer.status() / 100 == 3 && location.isPresent()) {
                Optional<URI> further = resolved(next, location.get());
                if (further.isEmpty()) {
                    return new Answer.Unknown<>("a redirect to no address");
                }
                next = further.get();
            } else if (answer.status() == 200) {
                return new Answer.Ok<>(answer.body());
            } else {
                return new Answer.Unknown<>("status " + answer.status());
            }
        }
        return new Answer.Unknown<>("too many redirects");
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private OutgoingAnswer get(URI address, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new GatewayFault.NotLetOut("no time left");
        }
        return guard.call(timeout, left -> {
            try {
                OutgoingCall call = OutgoingCall.of("GET", address, left, MOST_BYTES);
                return isOfOmise(address) ? calls.make(call) : calls.makeToOwn(call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GatewayFault.NoAnswer("interrupted");
            } catch (IOException e) {
                throw new GatewayFault.NoAnswer(e.getClass().getSimpleName());
            }
        });
    }

    public boolean isTrusted(URI address) {
        return address.getUserInfo() == null && (isOfOmise(address) || isConfigured(address));
    }

    private static boolean isOfOmise(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return "https".equals(address.getScheme()) && (host.equals("omise.co") || host.endsWith(".omise.co"));
    }

    private boolean isConfigured(URI address) {
        URI api = deployment.omiseUrl();
        return api.getScheme().equals(address.getScheme())
                && api.getHost().equals(address.getHost())
                && api.getPort() == address.getPort();
    }
}
