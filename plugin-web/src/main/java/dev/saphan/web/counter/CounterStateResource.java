/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.counter;

import dev.saphan.persistence.Transactions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the list of waiting payments learns that it changed. */
@RequestScoped
@Path("/state")
public class CounterStateResource {

    @Inject
    WaitingPayments waitingPayments;

    @Inject
    Transactions transactions;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, String> state(
            @QueryParam("store") @Nullable String store, @QueryParam("q") @Nullable String search) {
        return transactions.call(() -> Map.of(
                "version",
                WaitingPayments.version(
                        waitingPayments.in(waitingPayments.store(store), WaitingPayments.search(search)))));
    }
}
