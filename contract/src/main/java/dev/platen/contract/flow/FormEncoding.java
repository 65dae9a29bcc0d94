package dev.platen.contract.flow;

/** The media types of posted forms. */
public final class FormEncoding {
    /** Of forms without files. */
    public static final String URL_ENCODED = "application/x-www-form-urlencoded";

    /** Of forms with files; its parameter {@code boundary} says what is between their parts. */
    public static final String MULTIPART = "multipart/form-data";

    private FormEncoding() {}
}
