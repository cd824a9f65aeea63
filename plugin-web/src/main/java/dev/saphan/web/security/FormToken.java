/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.problem.ErrorCode;
import dev.saphan.problem.Problem;
import dev.saphan.secret.RandomToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The secret that every form of somebody signed in carries, so that no other site can send one for them. */
public final class FormToken {

    private static final String KEY = "saphan.form-token";

    private FormToken() {}

    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        if (session.getAttribute(KEY) instanceof String token) {
            return token;
        }
        String token = RandomToken.next();
        session.setAttribute(KEY, token);
        return token;
    }

    /** @throws Problem if the form does not carry it */
    public static void require(HttpServletRequest request, @Nullable String sent) {
        byte[] expected = of(request).getBytes(StandardCharsets.UTF_8);
        if (sent == null || !MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(ErrorCode.FORBIDDEN);
        }
    }
}
