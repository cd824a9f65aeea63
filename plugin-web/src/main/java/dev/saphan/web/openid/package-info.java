/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Signing in at an OpenID Connect provider, by configuration: the authorization code flow with PKCE. */
@NullMarked
package dev.saphan.web.openid;

import org.jspecify.annotations.NullMarked;
