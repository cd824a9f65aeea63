/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.past;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody bought, out of the sample store's catalogue. */
public record Basket(List<Line> lines) {

    private static final List<Line> CATALOGUE = List.of(
            new Line(2, "Butterfly pea flowers", "ดอกอัญชัน", 1, 12_000),
            new Line(3, "Thai milk tea", "ชาไทย", 1, 18_000),
            new Line(4, "Pandan and lemongrass", "ใบเตยกับตะไคร้", 1, 24_000),
            new Line(5, "Celadon cup", "ถ้วยศิลาดล", 1, 45_000),
            new Line(6, "Mae Salong oolong", "ชาอู่หลงดอยแม่สลอง", 1, 59_000),
            new Line(7, "Benjarong bowl", "ชามเบญจรงค์", 1, 190_000),
            new Line(8, "Clay teapot", "กาน้ำชาดินเผา", 1, 240_000),
            new Line(9, "Teak tray", "ถาดไม้สัก", 1, 480_000),
            new Line(10, "Celadon tea set", "ชุดน้ำชาศิลาดล", 1, 1_250_000),
            new Line(11, "Aged pu-erh", "ชาผู่เอ๋อร์เก่าแก่", 1, 2_490_000));

    private static final int[] LIKED = {22, 20, 14, 14, 12, 7, 6, 3, 1, 1};

    /** @param unitAmount in satang */
    public record Line(int product, String english, String thai, int quantity, long unitAmount) {

        private Line times(int pieces) {
            return new Line(product, english, thai, pieces, unitAmount);
        }

        public String name(boolean inThai) {
            return inThai ? thai : english;
        }
    }

    static Basket fill(Chance chance) {
        List<Line> lines = new ArrayList<>();
        int kinds = 1 + chance.weighted(60, 28, 12);
        for (int i = 0; i < kinds; i++) {
            Line picked = CATALOGUE.get(chance.weighted(LIKED));
            if (lines.stream().noneMatch(line -> line.product() == picked.product())) {
                lines.add(picked.times(picked.unitAmount() > 100_000 ? 1 : 1 + chance.weighted(70, 20, 10)));
            }
        }
        return new Basket(List.copyOf(lines));
    }

    /** In satang. */
    public long amount() {
        return lines.stream()
                .mapToLong(line -> line.quantity() * line.unitAmount())
                .sum();
    }

    public String description(boolean inThai) {
        return lines.stream()
                .map(line -> line.name(inThai) + " × " + line.quantity())
                .collect(Collectors.joining(", "));
    }
}
