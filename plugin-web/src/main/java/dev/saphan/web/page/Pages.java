/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.page;

import dev.saphan.language.Languages;
import dev.saphan.language.Texts;
import dev.saphan.settings.Deployment;
import dev.saphan.wiring.Wired;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes pages from templates, which escape everything. */
@Wired
public class Pages {

    /** Sentences of the pages; what methods, failures and problems are called lies in the core. */
    public static final Texts TEXTS = new Texts("dev.saphan.web.page.texts", Pages.class.getClassLoader());

    private static final List<LanguageLink> LANGUAGES = Languages.ALL.stream()
            .map(language -> new LanguageLink(language.toLanguageTag(), nameOf(language)))
            .toList();

    private final PebbleEngine engine;
    private final Deployment deployment;

    @Inject
    Pages(Assets assets, Deployment deployment) {
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("dev/saphan/web/page");
        loader.setSuffix(".html");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .extension(new PageFunctions(TEXTS, assets))
                .build();
        this.deployment = deployment;
    }

    /** A language to switch to. */
    public record LanguageLink(String tag, String name) {}

    /** The page; its template also knows the languages to choose from. */
    public String render(String template, PageLanguage language, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("lang", language.locale().toLanguageTag());
        all.put("query", language.query());
        all.put("languages", LANGUAGES);
        all.put("root", root());
        try (StringWriter out = new StringWriter()) {
            engine.getTemplate(template).evaluate(out, all, language.locale());
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path that everything of ours lies under, as browsers see it. */
    public String root() {
        return deployment.publicUrl().getRawPath();
    }

    /** In itself, for those who cannot read the page's language. */
    private static String nameOf(Locale language) {
        return switch (language.toLanguageTag()) {
            case "en" -> "English";
            case "th" -> "ไทย";
            case "zh-Hans" -> "简体中文";
            case "zh-Hant" -> "繁體中文";
            case "ms" -> "Bahasa Melayu";
            case "ja" -> "日本語";
            default -> language.getDisplayName(language);
        };
    }
}
