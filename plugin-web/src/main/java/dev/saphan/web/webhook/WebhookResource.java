/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.webhook;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.settings.Store;
import dev.saphan.settings.StoreId;
import dev.saphan.settings.Stores;
import dev.saphan.web.json.BoundedBody;
import dev.saphan.web.refusal.Refused;
import dev.saphan.web.refusal.RefusedRequests;
import dev.saphan.webhook.ReceiveWebhook;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Omise sends its events. The raw bytes are what is signed, so no reader may touch them before. */
@RequestScoped
@Path("/omise/{store}")
public class WebhookResource {

    private static final int MOST_BYTES = 512 * 1024;

    @Inject
    Stores stores;

    @Inject
    ReceiveWebhook receiveWebhook;

    @Inject
    RefusedRequests refusedRequests;

    @Inject
    HttpServletRequest request;

    @POST
    public Response receive(
            @PathParam("store") String storeId,
            @HeaderParam("Omise-Signature") @Nullable String signature,
            @HeaderParam("Omise-Signature-Timestamp") @Nullable String timestamp,
            InputStream stream)
            throws IOException {
        Store store = find(storeId).orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND));
        byte[] body = BoundedBody.read(stream, MOST_BYTES);
        return switch (receiveWebhook.receive(store, signature, timestamp, body)) {
            case STORED -> Response.ok().build();
            case FORGED ->
                throw refusedRequests.guessed(Refused.SIGNATURE, ErrorCode.UNAUTHORIZED, request, store.id());
            case MALFORMED -> throw Problem.of(ErrorCode.MALFORMED_JSON);
        };
    }

    private Optional<Store> find(String id) {
        try {
            return stores.find(new StoreId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
