/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

import java.util.Optional;

/**
 * How one method does.
 *
 * @param method its code
 * @param timeToPay empty where nothing was paid
 */
public record MethodSuccess(String method, Success success, Optional<TimeToPay> timeToPay) {}
