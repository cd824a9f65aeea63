/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.settings.Deployment;
import dev.saphan.user.Identity;
import dev.saphan.user.Role;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to sign in, and where to go from there: only to pages of ours, never where an address from outside points. */
@Wired
public class SignInAddress {

    private static final int LONGEST = 1000;
    private static final Pattern OURS = Pattern.compile("/(counter|admin)(/[A-Za-z0-9_./-]*)?([?][A-Za-z0-9_.=&%-]*)?");

    private final Deployment deployment;

    @Inject
    SignInAddress(Deployment deployment) {
        this.deployment = deployment;
    }

    /** The sign-in page that leads on to what was asked for. */
    String leadingTo(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String wanted = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        boolean page = request.getMethod().equals("GET") && isOurs(wanted);
        return page ? of("/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)) : of("/login");
    }

    /** Where somebody goes who has signed in: on to what they wanted, or to what their roles are for. */
    public String after(@Nullable String next, Identity identity) {
        if (identity.mustChoosePassword()) {
            return of("/password");
        }
        if (next != null && isOurs(next)) {
            return of(next);
        }
        return of(identity.grants().roles().equals(Set.of(Role.CASHIER)) ? "/counter/" : "/admin/");
    }

    /** Where somebody goes who was not let in. */
    public String afterRefusal(String reason) {
        return of("/login?problem=" + reason.toLowerCase(Locale.ROOT));
    }

    String of(String path) {
        return deployment.address(path).toString();
    }

    /** Empty if it is none of ours. */
    public static String ofOurs(@Nullable String path) {
        return path != null && path.length() <= LONGEST && isOurs(path) ? path : "";
    }

    static boolean isOurs(String path) {
        return OURS.matcher(path).matches() && !path.contains("//") && !path.contains("..");
    }
}
