/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

import com.google.gson.JsonObject;

/** Omise's error object, thrown where the error is seen and written as an answer in one place. */
public final class ApiError extends RuntimeException {

    private final int status;
    private final String code;
    private final String text;

    public ApiError(int status, String code, String text) {
        super(text);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    public static ApiError badRequest(String text) {
        return new ApiError(400, "bad_request", text);
    }

    public static ApiError invalidCharge(String text) {
        return new ApiError(400, "invalid_charge", text);
    }

    public static ApiError notFound(String what, String id) {
        return new ApiError(404, "not_found", what + " " + id + " was not found");
    }

    public static ApiError authenticationFailure() {
        return new ApiError(401, "authentication_failure", "authentication failed");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Answer answer() {
        JsonObject error = new JsonObject();
        error.addProperty("object", "error");
        error.addProperty("location", "https://www.omise.co/api-errors#" + code.replace('_', '-'));
        error.addProperty("code", code);
        error.addProperty("message", text);
        return Answer.json(status, error);
    }
}
