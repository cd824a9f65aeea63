/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.omise;

import static dev.saphan.testing.StoppedClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saphan.gateway.Answer;
import dev.saphan.gateway.Charge;
import dev.saphan.settings.Mode;
import dev.saphan.settings.OmiseAccount;
import dev.saphan.testing.OneStore;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lost charge is looked for to the end of the list, and is missing only if no page leaves a doubt. */
class OmiseSearchTest {

    private static final String OURS = "att_ours";
    private static final JsonObject CHARGE = OddBodies.samples("charge").get(0);
    private static final JsonObject UNREADABLE =
            OddBodies.with(named("chrg_test_odd", OURS), "/amount", JsonValue.NULL);

    private final SaidByOmise omise = SaidByOmise.nothing();
    private final OmiseAccount account = new OneStore().store().account(Mode.TEST);

    /** Page after page; behind the last one Omise answers nothing any more. */
    private final List<List<JsonObject>> pages = new ArrayList<>();

    @Test
    void aFullPageIsNotTheEnd() {
        pages.add(others(100));
        pages.add(others(99));

        assertThat(find()).isEqualTo(new Answer.Ok<>(List.of()));

        assertThat(omise.asked()).hasSize(2);
    }

    @Test
    void keepsWhatItFoundThoughALaterPageDoesNotCome() {
        pages.add(with(others(99), named("chrg_test_ours", OURS)));

        assertThat(ids(find())).containsExactly("chrg_test_ours");

        assertThat(omise.asked()).hasSize(2);
    }

    @Test
    void knowsNothingWhereALaterPageDoesNotCome() {
        pages.add(others(100));

        assertThat(find()).isEqualTo(new Answer.Unknown<>("status 500"));
    }

    @Test
    void takesAChargeThatSlidOntoTheNextPageForOne() {
        pages.add(with(others(99), named("chrg_test_ours", OURS)));
        pages.add(with(others(3), named("chrg_test_ours", OURS)));

        assertThat(ids(find())).containsExactly("chrg_test_ours");
    }

    @Test
    void isNotSureWhereAChargeOfAnEarlierPageCannotBeRead() {
        pages.add(with(others(99), UNREADABLE));
        pages.add(others(3));

        assertThat(find()).isEqualTo(new Answer.Unknown<>("a charge that cannot be read may be the one", true));
    }

    @Test
    void needsNoDoubtfulChargeWhereItFoundOne() {
        pages.add(with(others(99), UNREADABLE));
        pages.add(List.of(named("chrg_test_ours", OURS)));

        assertThat(ids(find())).containsExactly("chrg_test_ours");
    }

    @Test
    void isNotSureOfAChargeWhoseOwnerCannotBeRead() {
        pages.add(List.of(OddBodies.with(CHARGE, "/metadata", Json.createValue("down"))));

        assertThat(find()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void isSureOfAChargeThatIsNobodysOfOurs() {
        pages.add(List.of(
                OddBodies.with(CHARGE, "/metadata", JsonValue.NULL),
                OddBodies.with(CHARGE, "/metadata", JsonValue.EMPTY_JSON_ARRAY),
                OddBodies.with(CHARGE, "/metadata", JsonValue.EMPTY_JSON_OBJECT)));

        assertThat(find()).isEqualTo(new Answer.Ok<>(List.of()));
    }

    @Test
    void tellsWhatItFoundThoughTheListHasNoEnd() {
        omise.answers(asked ->
                SaidByOmise.answer(200, OddBodies.list(with(others(99), named("chrg_test_ours", OURS)))));

        assertThat(ids(find())).containsExactly("chrg_test_ours");
        assertThat(omise.asked()).hasSize(20);
    }

    private Answer<List<Charge>> find() {
        if (!pages.isEmpty()) {
            omise.answers(asked -> {
                int page = (int) Objects.requireNonNull(asked.with().get(4)) / 100;
                if (page >= pages.size()) {
                    throw new GatewayFault.NoAnswer("status 500");
                }
                return SaidByOmise.answer(200, OddBodies.list(pages.get(page)));
            });
        }
        return omise.gateway().findCharges(account, OURS, NOON);
    }

    private static List<String> ids(Answer<List<Charge>> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<List<Charge>>) answer)
                .value().stream().map(Charge::id).toList();
    }

    private static List<JsonObject> others(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> named("chrg_test_" + number, "att_" + number))
                .toList();
    }

    private static List<JsonObject> with(List<JsonObject> others, JsonObject one) {
        List<JsonObject> all = new ArrayList<>(others);
        all.add(one);
        return all;
    }

    private static JsonObject named(String id, String attempt) {
        return Json.createObjectBuilder(CHARGE)
                .add("id", id)
                .add("metadata", Json.createObjectBuilder().add("saphan_attempt", attempt))
                .build();
    }
}
