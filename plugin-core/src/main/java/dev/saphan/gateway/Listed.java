/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.util.List;

/**
 * One page of a list of the gateway's.
 *
 * @param total how many the whole list has
 */
public record Listed<T>(List<T> entries, int total) {}
