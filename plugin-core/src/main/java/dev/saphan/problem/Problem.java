/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be done, in words that may reach a shopper. What it holds is harmless by construction: a code
 * of ours, the name of a field, values that the caller sent or may know. Never what the provider said.
 */
public final class Problem extends RuntimeException {

    private final ErrorCode code;
    private final @Nullable String field;
    private final List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    private Problem(ErrorCode code, @Nullable String field, List<Object> arguments) {
        super(code.code() + (field == null ? "" : " " + field), null, false, false);
        this.code = code;
        this.field = field;
        this.arguments = arguments;
    }

    /** @param arguments for the sentence, in its order; amounts as {@code Money}, written in the reader's locale */
    public static Problem of(ErrorCode code, Object... arguments) {
        return new Problem(code, null, List.of(arguments));
    }

    /** The field is the sentence's first argument. */
    public static Problem inField(ErrorCode code, String field, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = field;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Problem(code, field, List.of(all));
    }

    /** Adds an extension member to the problem document. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Tells when it is worth trying again. */
    public Problem after(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** Empty if nothing is known about it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public List<Object> arguments() {
        return arguments;
    }

    public Map<String, Object> members() {
        return members;
    }
}
