/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.saphan.outgoing.OutgoingAnswer;
import dev.saphan.outgoing.OutgoingCall;
import dev.saphan.outgoing.OutgoingCalls;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the provider's library calls: to guarded addresses, since all but one of them are the provider's own word. */
@Wired
class ProviderCalls implements HTTPRequestSender, ResourceRetriever {

    private static final int LARGEST = 200_000;

    private final OutgoingCalls calls;
    private final Duration patience;

    @Inject
    ProviderCalls(OutgoingCalls calls, Deployment deployment) {
        this.calls = calls;
        this.patience = deployment.readTimeout();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        OutgoingCall call = OutgoingCall.of(request.getMethod().name(), request.getURI(), patience, LARGEST);
        for (Map.Entry<String, List<String>> header : request.getHeaderMap().entrySet()) {
            call = call.with(header.getKey(), String.join(", ", header.getValue()));
        }
        String body = request.getBody();
        OutgoingAnswer answer = made(body == null ? call : call.sending(body));
        HTTPResponse response = new HTTPResponse(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setBody(answer.text());
        return response;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        OutgoingAnswer answer = get(URI.create(url.toString()));
        return new Resource(answer.text(), answer.header("Content-Type").orElse(""));
    }

    /** @throws IOException if there was no answer, or it was not what was asked for */
    OutgoingAnswer get(URI address) throws IOException {
        OutgoingAnswer answer = made(OutgoingCall.of("GET", address, patience, LARGEST));
        if (answer.status() != 200) {
            throw new IOException("status " + answer.status());
        }
        return answer;
    }

    private OutgoingAnswer made(OutgoingCall call) throws IOException {
        try {
            return calls.make(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        }
    }
}
