/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.golive;

/**
 * A check on the page.
 *
 * @param check its code
 * @param verdict its verdict's code
 * @param found what was found, in a sentence
 * @param means what follows from it; empty where all is well
 * @param advice what to do; empty where nothing is
 * @param millis how long it took
 */
public record CheckLine(
        String check,
        String title,
        String verdict,
        String verdictText,
        String found,
        String means,
        String advice,
        long millis) {}
