/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.shipped;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bill of materials in CycloneDX's JSON. */
public final class BillOfMaterials {

    private BillOfMaterials() {}

    public static List<Component> read(Path file) throws IOException {
        JsonObject bill = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        return bill.getAsJsonArray("components").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(component -> new Component(
                        component.get("group").getAsString(),
                        component.get("name").getAsString(),
                        component.get("version").getAsString()))
                .toList();
    }
}
