/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.selection;

import dev.saphan.settings.StoreId;
import dev.saphan.web.admin.Moment;
import java.util.List;

/**
 * A selection under way or done.
 *
 * @param share of what is done, in hundredths
 */
public record SelectionView(
        String id,
        StoreId store,
        String mode,
        boolean running,
        int share,
        String progress,
        String askedBy,
        Moment asked,
        String reason,
        List<SelectionResult> results) {}
