package dev.platen.engine.file;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a data URL says about the file that it holds.
 *
 * @param name of the file; where it has none, its media type, and where the text is no data URL, the text
 * @param size of the content, in bytes
 */
public record FileUrl(String name, long size) {
    /** Characters that a name has at most. */
    public static final int MAX_NAME = 255;

    private static final String SCHEME = "data:";
    private static final String NAME = "name=";
    private static final String BASE64 = "base64";
    private static final String ANY_TYPE = "application/octet-stream";

    /** As far as the comma is looked for that ends what a data URL says before its content. */
    private static final int MAX_HEAD = 4_096;

    private static final int KILOBYTE = 1_000;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** Reads a text, which may be anything. */
    public static FileUrl of(String text) {
        int comma = text.substring(0, Math.min(text.length(), MAX_HEAD)).indexOf(',');
        if (!text.startsWith(SCHEME) || comma < 0) {
            return new FileUrl(shortened(text), text.getBytes(StandardCharsets.UTF_8).length);
        }
        String[] head = text.substring(SCHEME.length(), comma).split(";", -1);
        String name = Arrays.stream(head)
                .filter(parameter -> parameter.startsWith(NAME))
                .map(parameter -> decoded(parameter.substring(NAME.length())))
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse(head[0].isEmpty() ? "text/plain" : shortened(head[0]));
        boolean isBase64 = head[head.length - 1].equals(BASE64);
        return new FileUrl(name, isBase64 ? decodedSize(text, comma + 1) : plainSize(text, comma + 1));
    }

    /**
     * The data URL of a file.
     *
     * @param mediaType as a browser says it; one that is none counts as unknown
     * @param fileName as a browser says it: the path is left out, and what cannot be printed
     * @param content holds it, from the offset {@code from} to {@code to}
     */
    public static String text(String mediaType, String fileName, byte[] content, int from, int to) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String name =
                shortened(fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'))));
        byte[] base64 = Base64.getEncoder().encode(Arrays.copyOfRange(content, from, to));
        return SCHEME
                + (MEDIA_TYPE.matcher(type).matches() ? type : ANY_TYPE)
                + (name.isEmpty() ? "" : ";" + NAME + encoded(name))
                + ";" + BASE64 + ","
                + new String(base64, StandardCharsets.ISO_8859_1);
    }

    /** Whether the text begins as data URLs do. */
    public static boolean isDataUrl(String text) {
        return text.startsWith(SCHEME);
    }

    /** The size for people, with its unit: the same in every language. */
    public String printedSize() {
        return size < KILOBYTE ? size + " B" : (size + KILOBYTE / 2) / KILOBYTE + " kB";
    }

    private static String shortened(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX_NAME));
        return UNPRINTABLE.matcher(start).replaceAll("").strip();
    }

    private static String decoded(String name) {
        try {
            return shortened(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return shortened(name);
        }
    }

    /** As the function of JavaScript does it that rjsf uses. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private static long decodedSize(String text, int from) {
        int end = text.length();
        while (end > from && text.charAt(end - 1) == '=') {
            end--;
        }
        return (end - from) * 3L / 4;
    }

    private static long plainSize(String text, int from) {
        long escapes = text.chars().skip(from).filter(c -> c == '%').count();
        return Math.max(0, text.length() - from - 2 * escapes);
    }
}
