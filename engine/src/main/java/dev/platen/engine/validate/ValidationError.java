package dev.platen.engine.validate;

import org.jspecify.annotations.Nullable;

/**
 * One rule that the data breaks, in the words of JSON Schema's "basic" output.
 *
 * @param instanceLocation JSON Pointer to the value
 * @param keywordLocation JSON Pointer to the keyword, along the references that led to it
 * @param absoluteKeywordLocation address of the keyword, where the schema that it stands in has one
 * @param keyword name of the keyword
 * @param member name of the member of the value that the error is about, where it is about one: the missing one, or the
 *     one that should not be there
 * @param error what is wrong and what to do, for people
 */
public record ValidationError(
        String instanceLocation,
        String keywordLocation,
        @Nullable String absoluteKeywordLocation,
        String keyword,
        @Nullable String member,
        String error) {
    /** The same error, at another place. */
    ValidationError at(String place) {
        return new ValidationError(place, keywordLocation, absoluteKeywordLocation, keyword, member, error);
    }
}
