/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.gateway;

import java.util.Map;
import java.util.Set;

/**
 * What the account may take.
 *
 * @param currencies what the account may take, per method: a method that is not in it is not switched on */
public record Capability(String country, Map<String, Set<String>> currencies) {}
