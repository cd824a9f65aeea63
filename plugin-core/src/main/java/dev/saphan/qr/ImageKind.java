/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.qr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What an image really is, by its first bytes: names and headers of downloads are not believed. */
public enum ImageKind {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    SVG("image/svg+xml", "svg");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int LONGEST_PROLOG = 1024;

    private final String mediaType;
    private final String extension;

    ImageKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Empty if it is none of the kinds that a page shows. */
    public static Optional<ImageKind> of(byte[] image) {
        if (startsWith(image, PNG_SIGNATURE)) {
            return Optional.of(PNG);
        }
        if (startsWith(image, JPEG_SIGNATURE)) {
            return Optional.of(JPEG);
        }
        return isSvg(image) ? Optional.of(SVG) : Optional.empty();
    }

    static ImageKind ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No kind of image: " + mediaType));
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file that holds such an image, without a dot. */
    public String extension() {
        return extension;
    }

    private static boolean isSvg(byte[] image) {
        String start = new String(image, 0, Math.min(image.length, LONGEST_PROLOG), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading();
        return start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"));
    }

    private static boolean startsWith(byte[] image, byte[] signature) {
        return image.length >= signature.length
                && Arrays.equals(image, 0, signature.length, signature, 0, signature.length);
    }
}
