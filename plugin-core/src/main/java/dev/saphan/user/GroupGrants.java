/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.user;

import dev.saphan.settings.Deployment;
import dev.saphan.settings.InvalidConfiguration;
import dev.saphan.settings.OpenIdProvider;
import dev.saphan.wiring.Wired;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the groups of an OpenID provider may do here, where the deployment leaves roles to the provider. */
@Wired
public class GroupGrants {

    private final boolean decide;
    private final Map<String, Grants> byGroup = new HashMap<>();

    /** @throws dev.saphan.settings.InvalidConfiguration if a group has no role of ours */
    @Inject
    public GroupGrants(Deployment deployment) {
        this.decide = deployment.openId().flatMap(OpenIdProvider::rolesClaim).isPresent();
        deployment
                .openId()
                .map(OpenIdProvider::roles)
                .orElse(Map.of())
                .forEach((group, roles) -> byGroup.put(group, parse(group, roles)));
    }

    private static Grants parse(String group, String roles) {
        try {
            return Grants.parse(roles);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfiguration(List.of("saphan.oidc.roles, for " + group + ": " + e.getMessage()));
        }
    }

    /** Whether the provider decides what its people may do here, rather than an admin. */
    public boolean decide() {
        return decide;
    }

    /** Empty if an admin decides. */
    Optional<Grants> of(Set<String> groups) {
        return decide
                ? Optional.of(new Grants(groups.stream()
                        .map(group -> byGroup.getOrDefault(group, Grants.NONE))
                        .flatMap(grants -> grants.all().stream())
                        .collect(Collectors.toSet())))
                : Optional.empty();
    }
}
