/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.simulator.page;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code amount | money(currency)}, {@code instant | time}, {@code instant | local}, {@code digits | grouped}. */
final class TextFilters extends AbstractExtension {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "money",
                new MoneyFilter(),
                "time",
                new TimeFilter(),
                "local",
                new LocalFilter(),
                "grouped",
                new GroupedFilter());
    }

    private abstract static class OneFilter implements Filter {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }
    }

    private static final class MoneyFilter extends OneFilter {
        @Override
        public List<String> getArgumentNames() {
            return List.of("currency");
        }

        @Override
        public Object apply(
                Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return MoneyText.of(((Number) input).longValue(), String.valueOf(args.get("currency")));
        }
    }

    private static final class TimeFilter extends OneFilter {
        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return input instanceof Instant time ? TIME.format(time) : "";
        }
    }

    /** The wallet's owner lives in Bangkok. */
    private static final class LocalFilter extends OneFilter {
        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return input instanceof Instant time
                    ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(context.getLocale())
                            .format(time.atZone(ZoneId.of("Asia/Bangkok")))
                    : "";
        }
    }

    private static final class GroupedFilter extends OneFilter {
        @Override
        public Object apply(
                Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return input.toString().replaceAll("(.{4})(?=.)", "$1 ");
        }
    }
}
