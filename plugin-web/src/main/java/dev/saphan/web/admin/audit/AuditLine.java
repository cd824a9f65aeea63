/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.audit;

import dev.saphan.web.admin.Moment;

/**
 * An act on the page.
 *
 * @param act its code
 * @param what the act in words
 * @param page of what it was done to; empty where there is none
 */
public record AuditLine(
        long number,
        Moment at,
        String actor,
        String address,
        String act,
        String what,
        String store,
        String subject,
        String page,
        String detail) {}
