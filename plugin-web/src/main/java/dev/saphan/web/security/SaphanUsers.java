/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.security;

import dev.saphan.secret.Secret;
import dev.saphan.user.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** The plugin's own users. An integrator's identity store can stand beside it. */
@ApplicationScoped
class SaphanUsers implements IdentityStore {

    @Inject
    SignIn signIn;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return signIn.check(login.getCaller(), new Secret(login.getPasswordAsString()))
                .map(roles -> new CredentialValidationResult(login.getCaller(), roles))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
