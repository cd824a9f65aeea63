/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.json;

import dev.saphan.money.Money;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** JSON as the API and the order port write it: absent values as null, times as ISO-8601 UTC, money as an object. */
public final class Wire {

    private static final Jsonb JSONB =
            JsonbBuilder.create(new JsonbConfig().withNullValues(true).withSerializers(new MoneySerializer()));

    private Wire() {}

    public static Jsonb jsonb() {
        return JSONB;
    }

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    /** Reads what this class wrote. */
    public static JsonObject readObject(String json) {
        return JSONB.fromJson(json, JsonObject.class);
    }

    private static final class MoneySerializer implements JsonbSerializer<Money> {

        @Override
        public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
            generator
                    .writeStartObject()
                    .write("amount", money.minorUnits())
                    .write("currency", money.currencyCode())
                    .writeEnd();
        }
    }
}
