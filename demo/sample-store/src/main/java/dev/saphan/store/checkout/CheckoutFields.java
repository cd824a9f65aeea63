/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.checkout;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** The form's fields by their names in the page. */
public class CheckoutFields {

    @FormParam("name")
    @DefaultValue("")
    private String name = "";

    @FormParam("email")
    @DefaultValue("")
    private String email = "";

    @FormParam("phone")
    @DefaultValue("")
    private String phone = "";

    @FormParam("pay")
    @DefaultValue("")
    private String pay = "";

    @FormParam("checkout")
    @DefaultValue("")
    private String checkout = "";

    CheckoutForm form() {
        return new CheckoutForm(name, email, phone, pay, checkout);
    }
}
