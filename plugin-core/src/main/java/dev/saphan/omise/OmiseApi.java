/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.jspecify.annotations.Nullable;

/** The calls of Omise's API that the plugin makes, in the 2019-05-29 version whatever the account's default is. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ClientHeaderParam(name = "Omise-Version", value = "2019-05-29")
interface OmiseApi {

    @POST
    @Path("charges")
    Response createCharge(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            Map<String, Object> charge);

    @GET
    @Path("charges/{id}")
    Response charge(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @PathParam("id") String id);

    @GET
    @Path("charges")
    Response charges(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @QueryParam("from") String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("order") String order,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @GET
    @Path("refunds")
    Response refunds(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("order") String order,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @POST
    @Path("charges/{id}/expire")
    Response expireCharge(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @PathParam("id") String id);

    @POST
    @Path("charges/{id}/refunds")
    Response refund(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @PathParam("id") String id,
            Map<String, Object> refund);

    @GET
    @Path("events")
    Response events(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @QueryParam("from") @Nullable String from,
            @QueryParam("order") String order,
            @QueryParam("limit") int limit,
            @QueryParam("offset") int offset);

    @GET
    @Path("charges/{id}/events")
    Response eventsOf(
            @HeaderParam("Authorization") String key,
            @HeaderParam(OmiseTransport.TIMEOUT) String timeout,
            @PathParam("id") String id,
            @QueryParam("order") String order,
            @QueryParam("limit") int limit);

    @GET
    @Path("account")
    Response account(@HeaderParam("Authorization") String key, @HeaderParam(OmiseTransport.TIMEOUT) String timeout);

    @GET
    @Path("capability")
    Response capability(@HeaderParam("Authorization") String key, @HeaderParam(OmiseTransport.TIMEOUT) String timeout);
}
