/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.overview;

/**
 * How many attempts succeeded, of those that came to an end.
 *
 * @param ended the successful ones included
 */
public record Success(long successful, long ended) {

    static final Success NONE = new Success(0, 0);

    Success plus(Success other) {
        return new Success(successful + other.successful, ended + other.ended);
    }

    public boolean isKnown() {
        return ended > 0;
    }

    /** In thousandths, rounded; 0 where none came to an end. */
    public int permille() {
        return ended == 0 ? 0 : (int) ((successful * 2000 + ended) / (ended * 2));
    }
}
