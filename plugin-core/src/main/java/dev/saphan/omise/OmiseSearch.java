/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.settings.OmiseAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through Omise's newest charges for those that name an attempt of ours. */
final class OmiseSearch {

    private static final int PAGE = OmiseGateway.PAGE;
    private static final int MOST_PAGES = 20;

    private final OmiseRequests requests;

    OmiseSearch(OmiseRequests requests) {
        this.requests = requests;
    }

    /** To the end of the list: what was made twice stands in it twice, and not always side by side. */
    Answer<List<Charge>> find(OmiseAccount account, String attempt, Instant since) {
        Map<String, Charge> found = new LinkedHashMap<>();
        boolean surely = true;
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer<OmiseList<Charge>> answer = requests.read(
                    account,
                    OmiseGateway.charges(since.toString(), null, OmiseGateway.NEWEST_FIRST, PAGE, page * PAGE),
                    body -> OmiseCharges.list(body, attempt));
            if (!(answer instanceof Answer.Ok<OmiseList<Charge>> ok)) {
                return found.isEmpty() ? answer.map(list -> List.of()) : oldestFirst(found);
            }
            ok.value().read().stream()
                    .filter(charge -> charge.attempt().equals(Optional.of(attempt)))
                    .forEach(charge -> found.putIfAbsent(charge.id(), charge));
            surely &= ok.value().unread().stream().noneMatch(entry -> OmiseMetadata.mayName(entry, attempt, false));
            if (ok.value().told() < PAGE) {
                return !found.isEmpty() || surely
                        ? oldestFirst(found)
                        : new Answer.Unknown<>("a charge that cannot be read may be the one", true);
            }
        }
        return found.isEmpty() ? new Answer.Unknown<>("too many charges to look through") : oldestFirst(found);
    }

    private static Answer<List<Charge>> oldestFirst(Map<String, Charge> newestFirst) {
        List<Charge> found = new ArrayList<>(newestFirst.values());
        Collections.reverse(found);
        return new Answer.Ok<>(found);
    }
}
