/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** A number of minor units, read exactly: a fraction, an overflow or a string is an error and never rounded. */
public record MinorUnits(long value) {

    public static final class Deserializer implements JsonbDeserializer<MinorUnits> {

        @Override
        public MinorUnits deserialize(JsonParser parser, DeserializationContext context, Type type) {
            return new MinorUnits(parser.getBigDecimal().longValueExact());
        }
    }
}
