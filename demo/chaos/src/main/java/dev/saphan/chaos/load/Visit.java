/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.chaos.load;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One order and what becomes of it, decided before it begins: nothing that happens meanwhile draws another number, so
 * the same seed makes the same visits.
 *
 * @param name unlike that of any other visit
 * @param twice the order is sent twice, as by an impatient finger
 * @param late Omise reports a success of an attempt that was over already
 * @param slowly how long somebody looks at the payment page, in milliseconds
 */
record Visit(
        String name,
        Way way,
        Way otherWay,
        Course course,
        GivingBack givingBack,
        String product,
        boolean twice,
        boolean late,
        int slowly) {

    private static final String[] PRODUCTS = {"clay-teapot", "benjarong-bowl"};

    static Visit draw(SplittableRandom random, String name) {
        return new Visit(
                name,
                one(random, Way.values()),
                one(random, Way.values()),
                course(random),
                one(random, GivingBack.values()),
                one(random, PRODUCTS),
                random.nextInt(5) == 0,
                random.nextInt(2) == 0,
                random.nextInt(400));
    }

    private static Course course(SplittableRandom random) {
        int all = Stream.of(Course.values()).mapToInt(Course::weight).sum();
        int left = random.nextInt(all);
        for (Course course : Course.values()) {
            left -= course.weight();
            if (left < 0) {
                return course;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static <T> T one(SplittableRandom random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}
