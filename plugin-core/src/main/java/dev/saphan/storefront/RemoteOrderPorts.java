/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.storefront;

import dev.saphan.json.OutsideJson;
import dev.saphan.json.Wire;
import dev.saphan.outgoing.AddressRefused;
import dev.saphan.outgoing.OutgoingAnswer;
import dev.saphan.settings.OrderPortAddress;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Delivers messages over HTTP, signed by the Standard Webhooks scheme. */
@Wired
class RemoteOrderPorts {

    private final SignedMessages messages;

    @Inject
    RemoteOrderPorts(SignedMessages messages) {
        this.messages = messages;
    }

    OrderPort at(OrderPortAddress address) {
        return message -> deliver(address, message);
    }

    /** Whether somebody answers there, whatever; otherwise why not. Nothing is told and nothing signed. */
    Optional<String> trouble(OrderPortAddress address, Duration patience) {
        try {
            int status = messages.knock(address.url(), patience);
            return status >= 500 ? Optional.of("status " + status) : Optional.empty();
        } catch (AddressRefused e) {
            return Optional.of("address not allowed");
        } catch (IOException e) {
            return Optional.of(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private OrderAnswer deliver(OrderPortAddress address, OrderMessage message) {
        try {
            return read(messages.send(address, message.id(), body(message)));
        } catch (AddressRefused e) {
            return new OrderAnswer.Unusable("the address is not one that may be called");
        } catch (IOException e) {
            return new OrderAnswer.RetryLater(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OrderAnswer.RetryLater("interrupted");
        }
    }

    private static String body(OrderMessage message) {
        return "{\"type\":" + Wire.write(message.type()) + ",\"sequence\":" + message.sequence() + ",\"createdAt\":"
                + Wire.write(message.createdAt().toString()) + ",\"data\":" + message.data() + "}";
    }

    private static OrderAnswer read(OutgoingAnswer answer) {
        if (answer.status() / 100 == 2) {
            return result(answer);
        }
        return switch (answer.status()) {
            case 409 -> result(answer);
            case 401 -> new OrderAnswer.Refused("status 401");
            case 429, 503 -> new OrderAnswer.RetryLater("status " + answer.status());
            default -> new OrderAnswer.Unusable("status " + answer.status());
        };
    }

    private static OrderAnswer result(OutgoingAnswer answer) {
        Optional<JsonObject> body = parse(answer.text());
        String result = body.map(object -> object.getString("result", "")).orElse("");
        return switch (result) {
            case "applied" -> new OrderAnswer.Applied(false);
            case "already_applied" -> new OrderAnswer.Applied(true);
            case "conflict" ->
                new OrderAnswer.Conflict(
                        body.map(object -> object.getString("currentState", "")).orElse(""));
            default -> new OrderAnswer.Unusable("status " + answer.status() + " with no known result");
        };
    }

    private static Optional<JsonObject> parse(String body) {
        try {
            return Optional.of(OutsideJson.object(body));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
