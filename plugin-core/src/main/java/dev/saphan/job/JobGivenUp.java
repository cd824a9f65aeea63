/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.job;

/**
 * Work used up its error budget and is no longer tried. Fired inside the transaction that writes it down.
 *
 * @param subject what the work is about
 */
public record JobGivenUp(String job, String subject, String error) {}
