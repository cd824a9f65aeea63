/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.readiness;

import dev.saphan.outgoing.AnswerTooLong;
import dev.saphan.outgoing.OutgoingAnswer;
import dev.saphan.outgoing.OutgoingCall;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.readiness.OwnAddress.Question;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.Loopback;
import dev.saphan.settings.Mode;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * The configured public address is https and leads here: we call it with a question that only this installation can
 * answer. Nothing but that address is ever called, no redirect is followed, and what comes back is shown to nobody. Over
 * plain http only this machine is called: that an address is not https is enough to know of it.
 */
@Wired
class PublicAddressCheck implements ReadinessCheck {

    /** From connecting to the answer; the first TLS connection of a node takes a moment. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 200;

    private final Deployment deployment;
    private final OwnAddress ownAddress;
    private final OutgoingCalls calls;
    private final Duration patience;

    @Inject
    PublicAddressCheck(Deployment deployment, OwnAddress ownAddress, OutgoingCalls calls) {
        this(deployment, ownAddress, calls, PATIENCE);
    }

    PublicAddressCheck(Deployment deployment, OwnAddress ownAddress, OutgoingCalls calls, Duration patience) {
        this.deployment = deployment;
        this.ownAddress = ownAddress;
        this.calls = calls;
        this.patience = patience;
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
        if ("https".equals(address.getScheme())) {
            return call(address);
        }
        Finding called = Loopback.isHostOf(address) ? call(address) : notHttps(subject, address);
        return called.verdict() == Verdict.PASSED ? notHttps(subject, address) : called;
    }

    private static Finding notHttps(Subject subject, URI address) {
        return subject.mode() == Mode.LIVE
                ? Finding.failed("not_https", address.toString())
                : Finding.warning("not_https", address.toString());
    }

    private Finding call(URI address) {
        Question question = ownAddress.ask();
        URI asked = deployment.address("/reach/" + question.text());
        try {
            return judge(address, calls.makeToOwn(OutgoingCall.of("GET", asked, patience, MOST_BYTES)), question);
        } catch (AnswerTooLong e) {
            return somebodyElse(address, e.status());
        } catch (SSLException e) {
            return Finding.failed("certificate", address.toString());
        } catch (UnknownHostException e) {
            return Finding.failed("no_such_host", String.valueOf(address.getHost()));
        } catch (IOException e) {
            return Finding.unknown("no_way", address.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.unknown("no_way", address.toString());
        }
    }

    private static Finding judge(URI address, OutgoingAnswer answer, Question question) {
        if (answer.status() == 200 && answer.text().strip().equals(question.answer())) {
            return Finding.passed("answers", address.toString());
        }
        return somebodyElse(address, answer.status());
    }

    private static Finding somebodyElse(URI address, int status) {
        return status >= 300 && status < 400
                ? Finding.failed("redirect", address.toString(), status)
                : Finding.failed("somebody_else", address.toString(), status);
    }
}
