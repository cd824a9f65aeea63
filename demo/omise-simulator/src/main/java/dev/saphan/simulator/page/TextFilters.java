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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code amount | money(currency)}, {@code instant | time}, {@code instant | local}, {@code digits | grouped}. */
final class TextFilters extends AbstractExtension {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "money",
                new InWords(List.of("currency"), TextFilters::money),
                "time",
                new InWords(null, (input, args, locale) -> input instanceof Instant time ? TIME.format(time) : ""),
                "local",
                new InWords(null, (input, args, locale) -> input instanceof Instant time ? local(time, locale) : ""),
                "grouped",
                new InWords(
                        null,
                        (input, args, locale) ->
                                Objects.requireNonNull(input).toString().replaceAll("(.{4})(?=.)", "$1 ")));
    }

    private static String money(@Nullable Object input, Map<String, Object> args, Locale locale) {
        return MoneyText.of(((Number) Objects.requireNonNull(input)).longValue(), String.valueOf(args.get("currency")));
    }

    /** The wallet's owner lives in Bangkok. */
    private static String local(Instant time, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(time.atZone(ZoneId.of("Asia/Bangkok")));
    }

    @FunctionalInterface
    private interface Words {
        String of(@Nullable Object input, Map<String, Object> args, Locale locale);
    }

    private record InWords(@Nullable List<String> arguments, Words words) implements Filter {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return arguments;
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int lineNumber) {
            return words.of(input, args, context.getLocale());
        }
    }
}
