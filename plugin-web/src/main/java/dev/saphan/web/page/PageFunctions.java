/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.language.Texts;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What templates can call: {@code t(key, arguments ...)} for a sentence, {@code asset(name)} for an address. */
final class PageFunctions extends AbstractExtension {

    private static final int MOST_ARGUMENTS = 3;

    /** Sentences leave spaces around what is put in, for Latin names; between Chinese or Japanese words there are none. */
    private static final Pattern SPACE_WITHIN_CHINESE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}（）]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}（）])");

    private final Texts texts;
    private final Assets assets;

    PageFunctions(Texts texts, Assets assets) {
        this.texts = texts;
        this.assets = assets;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Sentence(), "asset", new Asset());
    }

    private final class Sentence implements Function {

        @Override
        public List<String> getArgumentNames() {
            return List.of("key", "0", "1", "2");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            Object[] inSentence = new Object[MOST_ARGUMENTS];
            for (int i = 0; i < MOST_ARGUMENTS; i++) {
                inSentence[i] = String.valueOf(arguments.get(String.valueOf(i)));
            }
            String text = texts.get(context.getLocale(), String.valueOf(arguments.get("key")), inSentence);
            return SPACE_WITHIN_CHINESE.matcher(text).replaceAll("");
        }
    }

    private final class Asset implements Function {

        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return assets.address(String.valueOf(arguments.get("name")));
        }
    }
}
