package dev.platen.contract.id;

/**
 * One version of a stored document.
 *
 * @param name under which it is stored
 * @param digest SHA-256 of the document
 */
public record DocumentVersion(SchemaName name, Digest digest) {}
