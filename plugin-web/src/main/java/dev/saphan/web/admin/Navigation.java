/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The pages that this person may open, as the header shows them. */
@Named("navigation")
@RequestScoped
public class Navigation {

    @Inject
    HttpServletRequest request;

    @Inject
    Person person;

    @Inject
    Wording wording;

    /** A link in the header. */
    public record Link(String id, String address, String text, boolean here) {}

    /** What is opened every day. */
    public List<Link> getDaily() {
        return links(true);
    }

    /** The first page that is open to them. */
    public String getHome() {
        return getDaily().stream().findFirst().map(Link::address).orElse("index.xhtml");
    }

    /** What is opened now and then; empty for most. */
    public List<Link> getAdministration() {
        return links(false);
    }

    public boolean isAdministering() {
        return getAdministration().stream().anyMatch(Link::here);
    }

    private List<Link> links(boolean daily) {
        Optional<Place> here = Place.of(PageAddress.pageOf(request));
        return Arrays.stream(Place.values())
                .filter(place -> place.isDaily() == daily && place.opensTo(person::maySomewhere))
                .map(place -> new Link(
                        "nav-" + place.page(),
                        place.page() + ".xhtml",
                        wording.of(place.page() + ".title"),
                        here.equals(Optional.of(place))))
                .toList();
    }
}
