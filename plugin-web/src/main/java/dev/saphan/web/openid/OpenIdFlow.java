/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.saphan.settings.Deployment;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.user.PersonElsewhere;
import dev.saphan.web.openid.ProviderDirectory.Published;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization code flow with PKCE, as OpenID Connect Core 1.0 (3.1) and RFC 7636 have it, told in two halves: the
 * way there and what the provider answers.
 */
@Wired
class OpenIdFlow {

    private final Deployment deployment;
    private final ProviderDirectory directory;
    private final ProviderCalls calls;

    @Inject
    OpenIdFlow(Deployment deployment, ProviderDirectory directory, ProviderCalls calls) {
        this.deployment = deployment;
        this.directory = directory;
        this.calls = calls;
    }

    /** @throws NotVouchedFor if the provider is away */
    URI wayThere(OpenIdProvider provider, PendingSignIn pending) throws NotVouchedFor {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(provider.scopes().toArray(String[]::new)),
                        new ClientID(provider.clientId()),
                        wayBack())
                .endpointURI(directory.read(provider).metadata().getAuthorizationEndpointURI())
                .state(new State(pending.state()))
                .nonce(new Nonce(pending.nonce()))
                .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who the provider vouches for.
     *
     * @param answer the query with which the browser came back
     */
    PersonElsewhere answered(OpenIdProvider provider, PendingSignIn pending, String answer) throws NotVouchedFor {
        AuthorizationCode code = code(provider, answer);
        Published published = directory.read(provider);
        OIDCTokenResponse tokens = redeem(provider, published.metadata(), pending, code);
        try {
            IDTokenClaimsSet claims =
                    published.tokens().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(pending.nonce()));
            return new PersonElsewhere(
                    claims.getIssuer().getValue(),
                    claims.getSubject().getValue(),
                    Optional.ofNullable(claims.getStringClaim(provider.nameClaim()))
                            .orElse(""),
                    provider.rolesClaim()
                            .map(claims::getStringListClaim)
                            .map(Set::copyOf)
                            .orElse(Set.of()));
        } catch (BadJOSEException | JOSEException e) {
            throw new NotVouchedFor(NotVouchedFor.Reason.UNTRUSTED, e);
        }
    }

    private AuthorizationCode code(OpenIdProvider provider, String answer) throws NotVouchedFor {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(URI.create(wayBack() + "?" + answer));
        } catch (ParseException | IllegalArgumentException e) {
            throw new NotVouchedFor(NotVouchedFor.Reason.UNTRUSTED, e);
        }
        boolean another =
                response.getIssuer() != null && !response.getIssuer().getValue().equals(provider.issuer());
        if (another) {
            throw new NotVouchedFor(NotVouchedFor.Reason.UNTRUSTED, "The answer is of another provider");
        }
        if (!(response instanceof AuthenticationSuccessResponse success)) {
            throw new NotVouchedFor(
                    NotVouchedFor.Reason.DENIED,
                    String.valueOf(response.toErrorResponse().getErrorObject()));
        }
        return success.getAuthorizationCode();
    }

    private OIDCTokenResponse redeem(
            OpenIdProvider provider, OIDCProviderMetadata metadata, PendingSignIn pending, AuthorizationCode code)
            throws NotVouchedFor {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, wayBack(), new CodeVerifier(pending.verifier()));
        URI address = metadata.getTokenEndpointURI();
        HTTPRequest request = authentication(provider, metadata)
                .map(proof -> new TokenRequest.Builder(address, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(address, new ClientID(provider.clientId()), grant))
                .build()
                .toHTTPRequest();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.send(calls));
            if (!response.indicatesSuccess()) {
                throw new NotVouchedFor(
                        NotVouchedFor.Reason.UNTRUSTED,
                        String.valueOf(response.toErrorResponse().getErrorObject()));
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException | ParseException e) {
            throw new NotVouchedFor(NotVouchedFor.Reason.AWAY, e);
        }
    }

    private static Optional<ClientAuthentication> authentication(
            OpenIdProvider provider, OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> accepted = metadata.getTokenEndpointAuthMethods();
        boolean basic = accepted == null || accepted.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        ClientID id = new ClientID(provider.clientId());
        return provider.clientSecret()
                .map(secret -> new Secret(secret.reveal()))
                .map(secret -> basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret));
    }

    private URI wayBack() {
        return deployment.address("/login/elsewhere/back");
    }
}
