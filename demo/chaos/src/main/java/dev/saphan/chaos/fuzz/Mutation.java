/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.saphan.chaos.fuzz.Draft.Pair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One thing that is done to a request that was right. */
enum Mutation {
    DROP_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            onField(draft, random, JsonObject::remove);
            drop(draft.form, random);
            drop(draft.query, random);
        }
    },
    NULL_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            onField(draft, random, (object, name) -> object.add(name, JsonNull.INSTANCE));
        }
    },
    RETYPE_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            onField(draft, random, (object, name) -> {
                String stands = "exact-" + draft.exact.size();
                draft.exact.add(new Pair(stands, Oddities.value(random), true));
                object.addProperty(name, stands);
            });
        }
    },
    GARBLE_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            onField(draft, random, (object, name) -> object.addProperty(name, Oddities.text(random)));
            replace(draft.form, random, false);
            replace(draft.query, random, false);
        }
    },
    ADD_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            Pair odd = new Pair(Oddities.text(random), Oddities.text(random), false);
            if (draft.json != null) {
                draft.json.addProperty(odd.name(), odd.value());
            } else if (draft.form.isEmpty()) {
                draft.query.add(odd);
            } else {
                draft.form.add(odd);
            }
        }
    },
    DOUBLE_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            twice(draft.form, random);
            twice(draft.query, random);
        }
    },
    VERBATIM_FIELD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            replace(draft.form, random, true);
            replace(draft.query, random, true);
        }
    },
    OTHER_METHOD {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            draft.method = Oddities.one(Oddities.METHODS, random);
        }
    },
    ODD_PATH {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            String odd = Oddities.text(random).replace(' ', '+');
            draft.path = switch (random.nextInt(4)) {
                case 0 -> draft.path + odd;
                case 1 -> draft.path + "/" + odd;
                case 2 -> draft.path.substring(0, draft.path.lastIndexOf('/') + 1) + odd;
                default -> draft.path.replaceFirst("/([^/]*)$", "//$1;v=" + random.nextInt(9));
            };
        }
    },
    LONG_QUERY {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            draft.query("q", "y".repeat(1 + random.nextInt(9_000)));
            draft.query("lang", Oddities.text(random));
        }
    },
    ODD_TYPE {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            draft.headers.removeIf(header -> header.name().equals("Content-Type"));
            draft.header("Content-Type", Oddities.one(Oddities.TYPES, random));
        }
    },
    ODD_HEADER {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            String name = Oddities.one(OddHeaders.NAMES, random);
            if (random.nextBoolean()) {
                draft.headers.removeIf(header -> header.name().equals(name));
            }
            draft.header(name, OddHeaders.value(name, random));
        }
    },
    DOUBLE_HEADER {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            if (!draft.headers.isEmpty()) {
                String name = Oddities.one(draft.headers, random).name();
                draft.header(name, OddHeaders.value(name, random));
            }
        }
    },
    TEXT_BEHIND_BODY {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            if (draft.json != null) {
                draft.raw = (draft.json + Oddities.text(random)).getBytes(StandardCharsets.UTF_8);
            }
        }
    },
    BIG_BODY {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            if (random.nextInt(4) == 0) {
                draft.raw = ("a=b&".repeat(random.nextInt(800_000)) + "c=d").getBytes(StandardCharsets.UTF_8);
            }
        }
    },
    DROP_HEADER {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            drop(draft.headers, random);
        }
    },
    CUT_BODY {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            String text = String.valueOf(draft.json);
            draft.raw = text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
        }
    },
    RAW_BODY {
        @Override
        void apply(Draft draft, SplittableRandom random) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            draft.raw = random.nextBoolean() ? bytes : Oddities.value(random).getBytes(StandardCharsets.UTF_16);
        }
    };

    abstract void apply(Draft draft, SplittableRandom random);

    private interface Change {
        void to(JsonObject object, String name);
    }

    private static void onField(Draft draft, SplittableRandom random, Change change) {
        if (draft.json == null) {
            return;
        }
        List<JsonObject> objects = new ArrayList<>();
        collect(draft.json, objects);
        JsonObject chosen = Oddities.one(objects, random);
        if (!chosen.isEmpty()) {
            change.to(chosen, Oddities.one(List.copyOf(chosen.keySet()), random));
        }
    }

    private static void collect(JsonElement element, List<JsonObject> found) {
        if (element instanceof JsonObject object) {
            found.add(object);
            object.entrySet().forEach(field -> collect(field.getValue(), found));
        } else if (element instanceof JsonArray array) {
            array.forEach(item -> collect(item, found));
        }
    }

    private static void drop(List<Pair> pairs, SplittableRandom random) {
        if (!pairs.isEmpty()) {
            pairs.remove(random.nextInt(pairs.size()));
        }
    }

    private static void twice(List<Pair> pairs, SplittableRandom random) {
        if (!pairs.isEmpty()) {
            Pair one = Oddities.one(pairs, random);
            pairs.add(new Pair(one.name(), Oddities.text(random), false));
        }
    }

    private static void replace(List<Pair> pairs, SplittableRandom random, boolean verbatim) {
        if (!pairs.isEmpty()) {
            int at = random.nextInt(pairs.size());
            pairs.set(at, new Pair(pairs.get(at).name(), Oddities.text(random), verbatim));
        }
    }
}
