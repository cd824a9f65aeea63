/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import java.util.List;

/**
 * Something that needs a person, with the way to it.
 *
 * @param code of what it is
 * @param count how many; empty where that says nothing
 * @param money that it is about, for each currency
 * @param store whose it is; empty where only one store is looked at, or it is the installation's
 * @param meaning a sentence about it; may be empty
 */
public record Matter(
        String code, String title, String count, List<String> money, String store, String meaning, String address) {}
