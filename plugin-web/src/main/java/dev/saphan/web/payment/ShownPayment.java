/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.payment;

import dev.saphan.json.Wire;
import dev.saphan.payment.PaymentView;
import dev.saphan.web.json.Warnings.Warning;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/**
 * A payment as an answer shows it.
 *
 * @param language of its sentences
 */
record ShownPayment(PaymentView view, Locale language) {

    /** Of what is shown: the same payment reads otherwise in another language. */
    EntityTag tag() {
        return new EntityTag(view.version() + "-" + language.toLanguageTag());
    }

    Response.ResponseBuilder answer(Response.Status status) {
        return Response.status(status)
                .tag(tag())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .entity(view);
    }

    /** With what was taken otherwise than it came. */
    JsonObject with(List<Warning> warnings) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        warnings.forEach(warning -> told.add(
                Json.createObjectBuilder().add("field", warning.field()).add("message", warning.message())));
        return Json.createObjectBuilder(Wire.readObject(Wire.write(view)))
                .add("warnings", told)
                .build();
    }
}
