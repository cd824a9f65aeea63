/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the provider publishes of itself: its addresses and the keys that it signs with. Read when first needed. */
@Wired
class ProviderDirectory {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AWAY = Duration.ofSeconds(10);

    private final ProviderCalls calls;
    private final Clock clock;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable Published published;
    private volatile Instant awayUntil = Instant.MIN;

    @Inject
    ProviderDirectory(ProviderCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** @param tokens checks signature, issuer, audience, time and nonce; unsigned and symmetric ones are refused */
    record Published(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant readAt) {}

    /**
     * One asks for all: whoever comes meanwhile is given what was known before, or told that the provider is away, since
     * somebody who waits holds a place that those need who sign in by password.
     *
     * @throws NotVouchedFor if the provider is away
     */
    Published read(OpenIdProvider provider) throws NotVouchedFor {
        Published known = published;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.readAt().plus(FRESH))) {
            return known;
        }
        if (now.isBefore(awayUntil) && awayUntil.isBefore(now.plus(AWAY).plusSeconds(1))) {
            throw new NotVouchedFor(NotVouchedFor.Reason.AWAY, "It did not answer a moment ago");
        }
        if (!asking.tryLock()) {
            if (known == null) {
                throw new NotVouchedFor(NotVouchedFor.Reason.AWAY, "It has not answered yet");
            }
            return known;
        }
        try {
            Published read = ask(provider);
            published = read;
            return read;
        } catch (GeneralException | IOException e) {
            awayUntil = clock.instant().plus(AWAY);
            throw new NotVouchedFor(NotVouchedFor.Reason.AWAY, e);
        } finally {
            asking.unlock();
        }
    }

    private Published ask(OpenIdProvider provider) throws GeneralException, IOException {
        Issuer issuer = new Issuer(provider.issuer());
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.parse(calls.get(configuration(issuer)).text());
        if (!metadata.getIssuer().equals(issuer)) {
            throw new GeneralException("It says that it is " + metadata.getIssuer());
        }
        JWSVerificationKeySelector<com.nimbusds.jose.proc.SecurityContext> keys = new JWSVerificationKeySelector<>(
                JWSAlgorithm.Family.SIGNATURE,
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), calls).build());
        return new Published(
                metadata, new IDTokenValidator(issuer, new ClientID(provider.clientId()), keys, null), clock.instant());
    }

    private static URI configuration(Issuer issuer) throws GeneralException {
        return URI.create(OIDCProviderMetadata.resolveURL(issuer).toString());
    }
}
