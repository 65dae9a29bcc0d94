package dev.platen.compiler;

import dev.platen.contract.id.Digest;

/**
 * A document that a name stood for.
 *
 * @param offset in its partition of the log of schemas; what was stored later has a greater one
 */
record StoredVersion(Digest digest, long offset) {}
