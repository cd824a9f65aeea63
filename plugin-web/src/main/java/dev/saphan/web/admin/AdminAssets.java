/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import dev.saphan.web.page.Assets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The addresses of styles, scripts and pictures, for the pages' templates. */
@Named("assets")
@RequestScoped
public class AdminAssets {

    @Inject
    Assets assets;

    public String of(String name) {
        return assets.address(name);
    }
}
