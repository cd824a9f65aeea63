/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.story;

import dev.saphan.web.admin.Moment;
import java.time.Instant;
import java.util.List;

/**
 * One thing that happened.
 *
 * @param when to put it in its place
 * @param kind a stable code
 * @param tone good, warn, bad or plain
 * @param attempt its number; 0 where it concerns the payment as a whole
 * @param address of a page with more; empty where there is none
 * @param fold what the folded part is called; empty where there is none
 */
public record StoryLine(
        Instant when,
        Moment at,
        SideName side,
        String kind,
        String tone,
        String title,
        String actor,
        String detail,
        int attempt,
        String address,
        String fold,
        List<String> folded) {

    /** A side as the page shows it. */
    public record SideName(String code, String text) {

        public String icon() {
            return "side-" + code + ".svg";
        }
    }
}
