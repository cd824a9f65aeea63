/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.redaction;

import dev.saphan.json.JsonParts;
import dev.saphan.json.OutsideJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets and personal data out of a message, so that a person may look at the rest.
 *
 * <ol>
 *   <li>A field whose name says that it holds one of them loses its whole value, whatever that is.
 *   <li>In every other text, what looks like one is taken out: keys, secrets, tokens, mail and network addresses, numbers
 *       of telephones, cards and payment codes, and of absolute addresses all but the host, because tokens stand in their paths.
 *   <li>A text that is JSON itself is treated as JSON.
 * </ol>
 *
 * What is no JSON is not shown at all, nor what lies deeper than any message that is meant. The work grows with the length
 * of the text and no faster, whoever wrote it: no expression here reads a character more often than some times.
 */
public final class Redactor {

    /** Stands for what was taken out. */
    public static final String REMOVED = "[removed]";

    /** Levels of objects and lists, those within texts counted; a line is indented by its level. */
    private static final int MOST_LEVELS = 20;

    /** Names in small letters without separators. */
    private static final Set<String> NAMES = Set.of(
            "name",
            "firstname",
            "lastname",
            "fullname",
            "nickname",
            "cardholder",
            "email",
            "useremail",
            "mail",
            "phone",
            "phonenumber",
            "mobile",
            "mobilenumber",
            "tel",
            "ip",
            "ipaddress",
            "useragent",
            "address",
            "billing",
            "shipping",
            "billingaddress",
            "shippingaddress",
            "shopper",
            "customer",
            "buyer",
            "card",
            "bankaccount",
            "birthdate",
            "dateofbirth",
            "nationalid",
            "taxid",
            "barcode",
            "password",
            "authorization",
            "apikey",
            "secretkey",
            "publickey",
            "cookie",
            "rawdata");

    /** As part of a name: {@code webhook_secret}, {@code page_token}. */
    private static final Pattern PART_OF_NAME = Pattern.compile("secret|token|signature|passw");

    private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://[^/?#\\s\"'<>]+)[/?#][^\\s\"'<>]*");
    private static final Pattern USER_INFO = Pattern.compile("(?i)\\b(https?://)[^/@\\s]+@");
    private static final Pattern SECRET =
            Pattern.compile("\\b(?:[sp]key_(?:test_)?\\w+|whsec_[\\w+/=]+|tokn_(?:test_)?\\w+"
                    + "|saphan_(?:test|live)_[\\w-]+|[a-z2-9]{4}(?:-[a-z2-9]{4}){4,6}|(?:Basic|Bearer) \\S+)");

    /** Begins where a word does, or after the last address: begun within the word it would be read again from there. */
    private static final Pattern MAIL = Pattern.compile("(?:(?<![\\w.+-])|\\G)[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++");

    private static final Pattern NETWORK =
            Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|\\b(?:[0-9a-fA-F]{1,4}:){3,7}[0-9a-fA-F]{1,4}\\b");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w.:-])(?:\\+\\d[\\d ()-]{6,}\\d|0\\d{8,9})(?![\\w.:-])");

    /** Tokens of pages, digests, key material: long and without a word in it. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\w/+-])(?:[\\w-]{40,}|[A-Za-z0-9+/]{40,})={0,2}(?![\\w/+-])");

    /** Payment codes; shorter ones look like the numbers of orders. */
    private static final Pattern BARCODE = Pattern.compile("(?<![\\w.:-])\\d{16,32}(?![\\w.:-])");

    private static final Pattern CARD = Pattern.compile("(?<![\\w.:-])\\d(?:[ -]?\\d){13,18}(?![\\w.:-])");

    private static final List<Pattern> WHOLLY_REMOVED = List.of(SECRET, TOKEN, MAIL, NETWORK, BARCODE);

    private Redactor() {}

    /** The message with a line for each field; empty if it is no JSON object or list. */
    public static Optional<String> redact(String json) {
        return shown(json).map(JsonParts::inLines);
    }

    /** As {@link #redact}, in one line: for keeping. */
    public static Optional<String> compact(String json) {
        return shown(json).map(JsonStructure::toString);
    }

    /** What a text that is no message may show: an answer, an error. */
    public static String redactText(String text) {
        String shown = USER_INFO.matcher(text).replaceAll("$1" + REMOVED + "@");
        shown = ADDRESS.matcher(shown).replaceAll("$1/" + REMOVED);
        for (Pattern pattern : WHOLLY_REMOVED) {
            shown = pattern.matcher(shown).replaceAll(REMOVED);
        }
        shown = CARD.matcher(shown).replaceAll(found -> isCard(found.group()) ? REMOVED : found.group());
        return PHONE.matcher(shown).replaceAll(REMOVED);
    }

    /** All that a text goes through, for measuring. */
    static List<Pattern> patterns() {
        return Stream.concat(WHOLLY_REMOVED.stream(), Stream.of(USER_INFO, ADDRESS, CARD, PHONE))
                .toList();
    }

    /** By the check digit that every number of a card has. */
    private static boolean isCard(String text) {
        String digits = text.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static Optional<JsonStructure> shown(String json) {
        return parse(json).map(structure -> (JsonStructure) value(structure, 0));
    }

    private static Optional<JsonStructure> parse(String json) {
        try {
            return Optional.of(OutsideJson.structure(json));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static JsonValue value(JsonValue value, int level) {
        return switch (value.getValueType()) {
            case OBJECT -> level < MOST_LEVELS ? object(value.asJsonObject(), level + 1) : JsonParts.text(REMOVED);
            case ARRAY -> level < MOST_LEVELS ? array(value.asJsonArray(), level + 1) : JsonParts.text(REMOVED);
            case STRING -> text(((JsonString) value).getString(), level);
            default -> value;
        };
    }

    private static JsonObject object(JsonObject object, int level) {
        JsonObjectBuilder shown = JsonParts.object();
        object.forEach((name, value) -> {
            if (isHidden(name) && !isEmpty(value)) {
                shown.add(name, REMOVED);
            } else {
                shown.add(name, value(value, level));
            }
        });
        return shown.build();
    }

    private static JsonArray array(JsonArray array, int level) {
        JsonArrayBuilder shown = JsonParts.array();
        array.forEach(value -> shown.add(value(value, level)));
        return shown.build();
    }

    private static JsonValue text(String text, int level) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            Optional<JsonStructure> inner = parse(text);
            if (inner.isPresent()) {
                return value(inner.get(), level);
            }
        }
        return JsonParts.text(redactText(text));
    }

    private static boolean isHidden(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return NAMES.contains(plain) || PART_OF_NAME.matcher(plain).find();
    }

    /** That nothing was there may be seen. */
    private static boolean isEmpty(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL, TRUE, FALSE -> true;
            case STRING -> ((JsonString) value).getString().isEmpty();
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().isEmpty();
            default -> false;
        };
    }
}
