/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.store.page;

import dev.saphan.store.money.Money;
import dev.saphan.store.money.MoneyText;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates can say beyond Pebble's own words: {@code t('key', ..)}, {@code | money}, {@code | moment}. */
final class StoreWords extends AbstractExtension {

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Translate());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("money", new MoneyFilter(), "moment", new MomentFilter());
    }

    private static final class Translate implements Function {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            Object[] values = new Object[args.size() - 1];
            for (int i = 0; i < values.length; i++) {
                Object value = args.get(String.valueOf(i + 1));
                values[i] = value instanceof Money money ? MoneyText.of(money) : String.valueOf(value);
            }
            return Texts.of(context.getLocale(), String.valueOf(args.get("0")), values);
        }
    }

    private static final class MoneyFilter implements Filter {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return input instanceof Money money ? MoneyText.of(money) : input;
        }
    }

    /** Bangkok's wall clock: the shop stands there. */
    private static final class MomentFilter implements Filter {
        private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public @Nullable Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return input instanceof Instant instant
                    ? format(context.getLocale()).format(instant)
                    : input;
        }

        private static DateTimeFormatter format(Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(BANGKOK);
        }
    }
}
