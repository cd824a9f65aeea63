/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.readiness.OwnAddress.Question;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Mode;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The configured public address is https and leads here: we call it with a question that only this installation can
 * answer. Nothing but that address is ever called, no redirect is followed, and what comes back is shown to nobody.
 */
@Wired
class PublicAddressCheck implements ReadinessCheck {

    /** From connecting to the answer; the first TLS connection of a node takes a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 200;

    private final Deployment deployment;
    private final OwnAddress ownAddress;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration patience;

    @Inject
    PublicAddressCheck(Deployment deployment, OwnAddress ownAddress) {
        this(deployment, ownAddress, PATIENCE);
    }

    PublicAddressCheck(Deployment deployment, OwnAddress ownAddress, Duration patience) {
        this.deployment = deployment;
        this.patience = patience;
        this.ownAddress = ownAddress;
    }

    @Override
    public String code() {
        return "public-address";
    }

    @Override
    public Area area() {
        return Area.INSTALLATION;
    }

    @Override
    public Finding look(Subject subject) {
        URI address = deployment.publicUrl();
        Finding called = call(address);
        if (called.verdict() != Verdict.PASSED || "https".equals(address.getScheme())) {
            return called;
        }
        return subject.mode() == Mode.LIVE
                ? Finding.failed("not_https", address.toString())
                : Finding.warning("not_https", address.toString());
    }

    private Finding call(URI address) {
        Question question = ownAddress.ask();
        HttpRequest request = HttpRequest.newBuilder(deployment.address("/reach/" + question.text()))
                .timeout(patience)
                .GET()
                .build();
        try {
            return judge(address, client.send(request, BodyHandlers.ofInputStream()), question);
        } catch (SSLException e) {
            return Finding.failed("certificate", address.toString());
        } catch (IOException e) {
            return isUnresolved(e)
                    ? Finding.failed("no_such_host", String.valueOf(address.getHost()))
                    : Finding.unknown("no_way", address.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.unknown("no_way", address.toString());
        }
    }

    private static boolean isUnresolved(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static Finding judge(URI address, HttpResponse<InputStream> response, Question question)
            throws IOException {
        int status = response.statusCode();
        try (InputStream body = response.body()) {
            String answer = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (status == 200 && answer.strip().equals(question.answer())) {
                return Finding.passed("answers", address.toString());
            }
        }
        return status >= 300 && status < 400
                ? Finding.failed("redirect", address.toString(), status)
                : Finding.failed("somebody_else", address.toString(), status);
    }
}
