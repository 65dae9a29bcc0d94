package dev.platen.engine.validate;

/**
 * One rule that the data breaks, in the words of JSON Schema's "basic" output.
 *
 * @param instanceLocation JSON Pointer to the value
 * @param keywordLocation JSON Pointer to the keyword, along the references that led to it
 * @param error what is wrong, for people
 */
public record ValidationError(String instanceLocation, String keywordLocation, String error) {}
