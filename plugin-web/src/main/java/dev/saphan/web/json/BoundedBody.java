/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.json;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies up to a limit. */
public final class BoundedBody {

    /** How much of what is too much is read and thrown away, so that its sender is done sending and hears why. */
    private static final int MOST_DISCARDED = 8 * 1024 * 1024;

    private BoundedBody() {}

    /** @throws Problem if there is more */
    public static byte[] read(InputStream stream, int mostBytes) throws IOException {
        byte[] body = stream.readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            discard(stream);
            throw Problem.of(ErrorCode.BODY_TOO_LARGE);
        }
        return body;
    }

    private static void discard(InputStream stream) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int discarded = 0;
        int read = 0;
        while (read >= 0 && discarded < MOST_DISCARDED) {
            read = stream.read(buffer);
            discarded += Math.max(read, 0);
        }
    }
}
