/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.visitor;

import dev.saphan.store.region.Region;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where visitors are taken to be from until they say otherwise. */
final class DefaultRegion {

    private DefaultRegion() {}

    static Region get() {
        String country = ConfigProvider.getConfig()
                .getOptionalValue("store.default-country", String.class)
                .orElse("TH");
        return Region.ofCountry(country)
                .orElseThrow(() -> new IllegalStateException(
                        "store.default-country is " + country + ", the shop delivers to TH, SG and MY"));
    }
}
