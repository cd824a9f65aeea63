/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.orderport;

import dev.saphan.store.payment.Effect;
import dev.saphan.store.payment.UnreadableAnswerException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The address the plugin sends its commands to. */
@Path("/saphan/commands")
public class CommandResource {

    private static final Logger LOG = Logger.getLogger(CommandResource.class.getName());

    private final CommandSignature signature;
    private final ReceiveCommand receiveCommand;

    @Inject
    CommandResource(CommandSignature signature, ReceiveCommand receiveCommand) {
        this.signature = signature;
        this.receiveCommand = receiveCommand;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(byte[] bytes, @Context HttpHeaders headers) {
        String body = new String(bytes, StandardCharsets.UTF_8);
        if (!signature.genuine(body, headers.getRequestHeaders())) {
            return answer(401, "unauthorized");
        }
        Command command = Command.parse(headers.getHeaderString("webhook-id"), body);
        return command == null ? answer(400, "unreadable") : answerTo(command);
    }

    private Response answerTo(Command command) {
        try {
            Effect effect = receiveCommand.receive(command);
            LOG.info(() -> command.type() + " " + command.id() + ": " + effect.kind());
            return answer(effect);
        } catch (RetryLaterException e) {
            return answer(503, "retry_later");
        } catch (UnreadableAnswerException e) {
            return answer(400, "unreadable");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "command " + command.id() + " could not be applied", e);
            return answer(503, "retry_later");
        }
    }

    private static Response answer(Effect effect) {
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("result", effect.kind().name().toLowerCase(Locale.ROOT));
        if (effect.currentState() != null) {
            body.add("currentState", effect.currentState());
        }
        return answer(effect.kind() == Effect.Kind.CONFLICT ? 409 : 200, body.build());
    }

    private static Response answer(int status, String result) {
        return answer(status, Json.createObjectBuilder().add("result", result).build());
    }

    private static Response answer(int status, JsonObject body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body.toString())
                .build();
    }
}
