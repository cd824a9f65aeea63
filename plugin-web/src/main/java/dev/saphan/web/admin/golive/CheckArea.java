/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

import java.util.List;

/** The checks about one thing. */
public record CheckArea(String code, String title, List<CheckLine> lines) {}
