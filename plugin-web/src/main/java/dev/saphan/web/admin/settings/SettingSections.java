/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.admin.settings;

import dev.saphan.configuration.SettingName;
import dev.saphan.configuration.StoreSettings;
import dev.saphan.language.Languages;
import dev.saphan.method.Methods;
import dev.saphan.method.PaymentMethod;
import dev.saphan.settings.AlertRouting;
import dev.saphan.settings.Mode;
import dev.saphan.web.admin.Wording;
import dev.saphan.web.admin.settings.SettingField.Kind;
import dev.saphan.web.admin.settings.SettingField.Option;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Arranges the settings of a store for the page. */
@RequestScoped
class SettingSections {

    /** Whether alerts of one kind are sent; the kind follows. */
    private static final String ALERT_KIND = "alerts.send";

    /** Work belongs to no store. */
    private static final String OF_THE_INSTALLATION = "work_given_up";

    private static final List<String> CURRENCIES = List.of("THB", "SGD", "MYR");

    private static final Map<String, List<String>> CHOICES = Map.of(
            "country",
            List.of("TH", "SG", "MY"),
            "webhook-signature-required",
            List.of("true", "false"),
            "late-payment-policy",
            List.of("accept", "accept_and_flag", "refund"),
            "duplicate-payment-policy",
            List.of("flag", "refund"),
            "enabled",
            List.of("true", "false"),
            "partial-refunds",
            List.of("true", "false"),
            ALERT_KIND,
            List.of("true", "false"));

    @Inject
    Methods methods;

    @Inject
    Wording wording;

    /** @param typed what was entered and not kept, by name, shown instead of what holds */
    List<SettingSection> of(StoreSettings.View view, Map<String, String> typed, Map<String, String> errors) {
        List<SettingSection> sections = new ArrayList<>();
        sections.add(section("general", "name", "country", "time-zone", "payment-life", "return-origins"));
        for (Mode mode : Mode.values()) {
            sections.add(section(
                    "keys-" + mode.code(),
                    mode.code() + ".secret-key",
                    mode.code() + ".public-key",
                    mode.code() + ".webhook-secret"));
        }
        sections.add(section("storefront", "order-port.url", "order-port.signing-secret"));
        sections.add(
                section("policies", "webhook-signature-required", "late-payment-policy", "duplicate-payment-policy"));
        sections.add(alerts());
        sections.add(section("refunds", refundLimits()));
        return Stream.concat(sections.stream(), methods.all().stream().map(this::method))
                .map(section -> filled(section, view, typed, errors))
                .toList();
    }

    private SettingSection alerts() {
        Stream<String> kinds = AlertRouting.KINDS.stream()
                .filter(kind -> !kind.equals(OF_THE_INSTALLATION))
                .map(kind -> ALERT_KIND + "." + kind);
        return section(
                "alerts",
                Stream.concat(Stream.of("alerts.mail", "alerts.url", "alerts.signing-secret"), kinds)
                        .toArray(String[]::new));
    }

    private SettingSection section(String id, String... names) {
        return new SettingSection(
                id,
                wording.of("settings." + id + ".title"),
                wording.of("settings." + id + ".meaning"),
                Stream.of(names).map(name -> field(name, "")).toList());
    }

    private static String[] refundLimits() {
        return Stream.of(
                        "refund-approval-above",
                        "refund-budget.refunder",
                        "refund-budget.approver",
                        "refund-budget.admin")
                .flatMap(name -> CURRENCIES.stream().map(currency -> name + "." + currency))
                .toArray(String[]::new);
    }

    private SettingSection method(PaymentMethod method) {
        String prefix = "method." + method.code() + ".";
        Stream<String> names = Stream.concat(
                Stream.of(
                        "enabled",
                        "position",
                        "limits.THB",
                        "limits.SGD",
                        "limits.MYR",
                        "expiry",
                        "refund-window",
                        "partial-refunds"),
                Languages.ALL.stream().map(language -> "label." + language.toLanguageTag()));
        return new SettingSection(
                "method-" + method.code(),
                method.label(wording.locale()),
                wording.of("settings.method.meaning"),
                names.filter(name -> !name.equals("expiry")
                                || method.descriptor().expiryRange().isPresent())
                        .map(name -> field(name, prefix))
                        .toList());
    }

    private SettingField field(String name, String prefix) {
        String common = name.replaceFirst("^(test|live)\\.", "");
        String choice = common.startsWith(ALERT_KIND) ? ALERT_KIND : common;
        Kind kind = SettingName.isSecret(name) ? Kind.SECRET : CHOICES.containsKey(choice) ? Kind.CHOICE : Kind.TEXT;
        String label = label(common);
        String general = wording.ofOr("setting." + common.replaceFirst("\\..*", "") + ".hint", "");
        String hint = wording.ofOr("setting." + common + ".hint", general);
        return new SettingField(
                prefix + name,
                label,
                wording.ofOr("setting." + prefix + common + ".hint", hint),
                kind,
                "",
                false,
                CHOICES.getOrDefault(choice, List.of()).stream()
                        .map(value -> new Option(value, wording.ofOr("setting." + choice + "." + value, value), false))
                        .toList(),
                "");
    }

    private String label(String name) {
        if (name.startsWith("label.")) {
            return wording.of("setting.label", language(name.substring("label.".length())));
        }
        for (String currency : CURRENCIES) {
            if (name.endsWith("." + currency)) {
                return wording.of("setting." + name.substring(0, name.length() - 1 - currency.length()), currency);
            }
        }
        return wording.of("setting." + name);
    }

    private String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(wording.locale());
    }

    private SettingSection filled(
            SettingSection section, StoreSettings.View view, Map<String, String> typed, Map<String, String> errors) {
        return new SettingSection(
                section.id(),
                section.title(),
                section.meaning(),
                section.fields().stream()
                        .map(field -> filled(field, view, typed, errors))
                        .toList());
    }

    private SettingField filled(
            SettingField field, StoreSettings.View view, Map<String, String> typed, Map<String, String> errors) {
        String held = view.value(field.name());
        String value = field.isSecret() ? held : typed.getOrDefault(field.name(), held);
        String error = errors.getOrDefault(field.name(), "");
        return new SettingField(
                field.name(),
                field.label(),
                field.hint(),
                field.kind(),
                value,
                view.isSetHere(field.name()),
                field.choices().stream()
                        .map(option -> new Option(
                                option.value(), option.label(), option.value().equals(value)))
                        .toList(),
                error.isEmpty() ? "" : wording.ofOr("settings.error." + error, wording.of("settings.error.form")));
    }
}
