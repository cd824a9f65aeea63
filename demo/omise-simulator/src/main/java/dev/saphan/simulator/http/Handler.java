/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.http;

/** Answers one route. */
@FunctionalInterface
public interface Handler {

    Answer handle(Request request);
}
