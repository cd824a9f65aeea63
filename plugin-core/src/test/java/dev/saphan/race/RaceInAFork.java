/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.race;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Runs one race in a JVM of its own and ends it with 1 when the race found something. */
final class RaceInAFork {

    private RaceInAFork() {}

    /** @param arguments a class of races and the name of one */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> races = Class.forName(arguments[0]);
        var constructor = races.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method race = races.getDeclaredMethod(arguments[1]);
        race.setAccessible(true);
        int result = 0;
        try {
            race.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace(System.out);
            result = 1;
        }
        System.exit(result);
    }
}
