/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.overview;

import java.util.List;

/**
 * Money by day in one currency: a sentence, a picture and a table that say the same.
 *
 * @param rows the newest first
 */
public record MoneyFigure(String currency, String caption, DayChart chart, List<Row> rows) {

    /** @param weekday so that a week can be seen in a list of days */
    public record Row(String day, String weekday, String payments, String in, String back) {}
}
